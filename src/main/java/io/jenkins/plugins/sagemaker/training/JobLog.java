package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.aws.LogTail;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.TrainingState.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The job's own log in CloudWatch. That it cannot be read never fails a training: the build log says so once, and the job is watched on.
 *
 * @param most lines that the build log shows; 0 for all. What comes behind them is counted, as far as that costs little.
 */
record JobLog(Aws aws, String jobName, long most) {

    static final String GROUP = "/aws/sagemaker/TrainingJobs";

    /** Looks without a new line, five seconds apart, after which a job's log is taken to be complete. */
    private static final int QUIET_LOOKS = 3;

    /** For so long after it was first denied, access to the log of a job that has ended may still be a matter of propagation. */
    private static final Duration PROPAGATION = Duration.ofMinutes(5);

    /** Beyond this nobody cares how many lines were left out; with pages of ten thousand events it is reached in fifty calls. */
    private static final long MOST_COUNTED = 500_000;

    /** @param more whether there is more to be read at once */
    record News(Reading reading, List<String> lines, boolean more) {}

    /** Reads on while the job runs. Lines that cannot be had now come later. */
    News whileRunning(Reading before) throws RemoteException, InterruptedException {
        try {
            News news = on(before);
            // A job that runs may be silent for as long as it likes, and there is no hurry to count.
            return new News(
                    news.reading().quiet(0),
                    news.lines(),
                    news.more() && news.reading().leftOut() == 0);
        } catch (RemoteException e) {
            return switch (e.kind()) {
                case THROTTLED, TRANSIENT -> new News(before, List.of(), false);
                default -> refused(before, e);
            };
        }
    }

    /** Whether after the job's end enough looks have brought nothing. */
    static boolean isThrough(Reading reading) {
        return reading.quiet() >= QUIET_LOOKS || reading.leftOut() >= MOST_COUNTED;
    }

    /** Reads on after the job's end, counting the looks that bring nothing; a look that is denied for now counts for none. */
    News afterEnd(Reading before) throws RemoteException, InterruptedException {
        try {
            return on(before);
        } catch (RemoteException e) {
            if (e.kind() == Kind.THROTTLED || e.kind() == Kind.TRANSIENT) {
                throw e;
            }
            News news = refused(before, e);
            Reading reading = news.reading();
            return e.kind() == Kind.ACCESS_DENIED
                            && now().isBefore(reading.refusedSince().plus(PROPAGATION))
                    ? news
                    : new News(reading.quiet(before.quiet() + 1), news.lines(), false);
        }
    }

    private News on(Reading before) throws RemoteException, InterruptedException {
        return most > 0 && before.shown() >= most ? skip(before) : show(before);
    }

    private News show(Reading before) throws RemoteException, InterruptedException {
        var news = LogTail.read(aws, GROUP, prefix(), before.position());
        int quiet = news.quiet() ? before.quiet() + 1 : 0;
        List<String> lines = news.lines();
        long room = most == 0 ? Long.MAX_VALUE : most - before.shown();
        long tooMany = Math.max(0, lines.size() - room);
        if (tooMany > 0) {
            lines = new ArrayList<>(lines.subList(0, (int) room));
            lines.add(enough());
        }
        long shown = before.shown() + news.lines().size() - tooMany;
        return new News(
                new Reading(news.position(), quiet, before.refusedSince(), shown, before.leftOut() + tooMany),
                lines,
                news.more());
    }

    private News skip(Reading before) throws RemoteException, InterruptedException {
        if (before.leftOut() >= MOST_COUNTED) {
            return new News(before, List.of(), false);
        }
        var news = LogTail.skip(aws, GROUP, prefix(), before.position());
        int quiet = news.quiet() ? before.quiet() + 1 : 0;
        List<String> lines = before.leftOut() == 0 && news.count() > 0 ? List.of(enough()) : List.of();
        return new News(
                new Reading(
                        news.position(), quiet, before.refusedSince(), before.shown(), before.leftOut() + news.count()),
                lines,
                news.more());
    }

    private String enough() {
        return "These are the first " + most + " lines of the log of " + jobName + ", all that logLines allows. "
                + whole();
    }

    private String whole() {
        return Hyperlink.of("The whole log is in CloudWatch", link());
    }

    private News refused(Reading before, RemoteException e) throws RemoteException {
        List<String> lines = withoutLog(e);
        return new News(before.refusedAt(now()), before.refusedSince() == null ? lines : List.of(), false);
    }

    private Instant now() {
        return aws.clock().instant();
    }

    private static List<String> withoutLog(RemoteException e) throws RemoteException {
        if (e.kind() == Kind.EXPIRED_CREDENTIALS) {
            throw e;
        }
        return List.of("Going on without the job's log: " + e.getMessage());
    }

    /** What the build log does not show: how much it is, where it is, and the end of it. */
    List<String> leftOut(Reading reading, int tail) throws RemoteException, InterruptedException {
        if (reading.leftOut() == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add((reading.leftOut() >= MOST_COUNTED ? "More than " : "") + reading.leftOut()
                + " lines of the log of " + jobName + " are left out here. "
                + whole());
        List<String> last = last((int) Math.min(tail, reading.leftOut()));
        if (!last.isEmpty()) {
            lines.add("The last " + last.size() + " of them:");
            lines.addAll(last);
        }
        return lines;
    }

    /** The last lines of a job, or why they cannot be had. */
    List<String> last(int count) throws RemoteException, InterruptedException {
        try {
            return count == 0 ? List.of() : LogTail.last(aws, GROUP, prefix(), count);
        } catch (RemoteException e) {
            return withoutLog(e);
        }
    }

    String link() {
        return ConsoleLinks.logStreams(aws.region(), GROUP, prefix());
    }

    private String prefix() {
        return jobName + "/";
    }
}
