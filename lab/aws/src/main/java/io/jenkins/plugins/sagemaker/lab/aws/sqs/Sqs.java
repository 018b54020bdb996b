package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The local SQS: standard queues of each account and region, served over both of SQS's protocols. */
public final class Sqs {

    private final Timeline timeline;
    private final Map<String, SqsRegion> regions = new ConcurrentHashMap<>();

    public Sqs(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The queues of one account and region. */
    public SqsRegion region(String account, String region) {
        return regions.computeIfAbsent(account + " " + region, key -> new SqsRegion(account, region, timeline));
    }

    /** The services that clients call: new ones speak JSON, old ones forms and XML. */
    public List<Service> services() {
        var operations = new SqsOperations(this);
        return List.of(new SqsJsonService(operations), new SqsQueryService(operations));
    }
}
