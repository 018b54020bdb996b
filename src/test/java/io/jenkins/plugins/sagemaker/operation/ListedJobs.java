package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Jobs of a remote side that can be looked at one by one, and be listed by the time of their last change. */
final class ListedJobs implements Listing {

    static final int PAGE = 100;

    private final Supplier<Instant> clock;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    int looks;
    final List<String> looked = new ArrayList<>();
    int lists;
    int stops;
    int logReads;

    /** How much later than it happens a change shows in the list, and in a look. */
    Duration listLag = Duration.ZERO;

    Duration lookLag = Duration.ZERO;

    /** What the list never shows. */
    final Set<String> hidden = new HashSet<>();

    RuntimeException defect;
    Kind listRefusal;
    Kind lookRefusal;
    Object key = "jobs";
    Runnable onLook = () -> {};

    private record Change(Instant at, String status) {}

    private static final class Job {
        final List<Change> changes = new ArrayList<>();

        /** What was to be seen at that time. */
        Change at(Instant time) {
            Change seen = changes.get(0);
            for (Change change : changes) {
                seen = change.at().isAfter(time) ? seen : change;
            }
            return seen;
        }
    }

    ListedJobs(Supplier<Instant> clock) {
        this.clock = clock;
    }

    static boolean isOver(String status) {
        return status.equals("Completed") || status.equals("Stopped");
    }

    /** From now on. */
    void set(String job, String status) {
        jobs.computeIfAbsent(job, name -> new Job()).changes.add(new Change(clock.get(), status));
    }

    Instant changedAt(String job) {
        return jobs.get(job).at(clock.get()).at();
    }

    String look(String job) throws RemoteException {
        looks++;
        looked.add(job);
        refuse(lookRefusal);
        String seen = jobs.get(job).at(clock.get().minus(lookLag)).status();
        onLook.run();
        return seen;
    }

    void stop(String job) {
        stops++;
        set(job, "Stopped");
    }

    private static void refuse(Kind kind) throws RemoteException {
        if (kind != null) {
            throw new RemoteException(kind, kind.name(), "the service says " + kind, null);
        }
    }

    @Override
    public Object key() {
        return key;
    }

    @Override
    public Object topic() {
        return "jobs";
    }

    @Override
    public String name() {
        return "jobs here";
    }

    @Override
    public Instant newest() {
        return jobs.values().stream()
                .map(job -> job.changes.get(0).at())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public Page changedSince(Instant since, String token) throws RemoteException {
        lists++;
        refuse(listRefusal);
        if (defect != null) {
            throw defect;
        }
        List<Entry> changed = new ArrayList<>();
        jobs.forEach((name, job) -> {
            Change seen = job.at(clock.get().minus(listLag));
            Instant coarse = seen.at().truncatedTo(ChronoUnit.SECONDS);
            if (coarse.isAfter(since) && !hidden.contains(name)) {
                changed.add(new Entry(name, coarse, seen.status(), isOver(seen.status())));
            }
        });
        int from = token == null ? 0 : Integer.parseInt(token);
        int to = Math.min(changed.size(), from + PAGE);
        return new Page(changed.subList(Math.min(from, to), to), to == changed.size() ? null : String.valueOf(to));
    }
}
