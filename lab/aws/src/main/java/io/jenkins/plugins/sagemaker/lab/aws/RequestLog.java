package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests a local AWS has had, oldest first; the oldest are forgotten when there are very many. */
final class RequestLog {

    /** Enough for any test; about 100 MB if it is ever full. */
    static final int CAPACITY = 1_000_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    synchronized void add(RecordedRequest request) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
    }
}
