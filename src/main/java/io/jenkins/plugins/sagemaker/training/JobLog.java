package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.aws.LogTail;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.TrainingState.Reading;
import java.util.List;

/**
 * The job's own log in CloudWatch. That it cannot be read never fails a training: the build log says so once, and the job is watched on.
 */
record JobLog(Aws aws, String jobName) {

    static final String GROUP = "/aws/sagemaker/TrainingJobs";

    private static final int LAST_LINES = 20;

    /** @param more whether there is more to be read at once */
    record News(Reading reading, List<String> lines, boolean more) {}

    /** Reads on while the job runs. Lines that cannot be had now come later. */
    News whileRunning(Reading before) throws RemoteException, InterruptedException {
        try {
            News news = on(before);
            var reading = news.reading();
            // A job that runs may be silent for as long as it likes.
            return new News(new Reading(reading.position(), 0, reading.refused()), news.lines(), news.more());
        } catch (RemoteException e) {
            return switch (e.kind()) {
                case THROTTLED, TRANSIENT -> new News(before, List.of(), false);
                default -> refused(before, e);
            };
        }
    }

    /** Reads on after the job's end, counting the looks that bring nothing. */
    News afterEnd(Reading before) throws RemoteException, InterruptedException {
        try {
            return on(before);
        } catch (RemoteException e) {
            if (e.kind() == Kind.THROTTLED || e.kind() == Kind.TRANSIENT) {
                throw e;
            }
            News none = refused(before, e);
            return new News(new Reading(before.position(), before.quiet() + 1, true), none.lines(), false);
        }
    }

    private News on(Reading before) throws RemoteException, InterruptedException {
        var news = LogTail.read(aws, GROUP, prefix(), before.position());
        int quiet = news.quiet() ? before.quiet() + 1 : 0;
        return new News(new Reading(news.position(), quiet, before.refused()), news.lines(), news.more());
    }

    private static News refused(Reading before, RemoteException e) throws RemoteException {
        if (e.kind() == Kind.EXPIRED_CREDENTIALS) {
            throw e;
        }
        List<String> lines =
                before.refused() ? List.of() : List.of("Going on without the job's log: " + e.getMessage());
        return new News(new Reading(before.position(), before.quiet(), true), lines, false);
    }

    /** The last lines of a job that failed, or why they cannot be had. */
    List<String> last() throws RemoteException, InterruptedException {
        try {
            return LogTail.last(aws, GROUP, prefix(), LAST_LINES);
        } catch (RemoteException e) {
            return refused(Reading.START, e).lines();
        }
    }

    String link() {
        return ConsoleLinks.logStreams(aws.region(), GROUP, prefix());
    }

    private String prefix() {
        return jobName + "/";
    }
}
