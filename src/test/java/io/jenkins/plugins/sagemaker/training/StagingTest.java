package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** An upload that takes its time, and what may come between. */
class StagingTest {

    private final TrainingBuild build = new TrainingBuild(
            new TrainingRequest("digits-1", Definitions.withData(), List.of(), true, Map.of(), Logs.ALL));

    @Test
    void aStopCutsALongUploadOff() {
        build.workspace = new SlowFiles(() -> build.run.stop("somebody aborted it"));
        build.start();

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.log)
                .containsExactly(
                        "Stopping: training job digits-1, because somebody aborted it",
                        "Nothing is left running: training job digits-1");
        assertThat(build.sageMaker.created).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aTimeoutCutsALongUploadOff() {
        build.limits = new Limits(Duration.ofMinutes(10), false);
        build.workspace = new SlowFiles(() -> build.pass(Duration.ofMinutes(11)));
        build.start();

        assertThat(build.failure()).contains("has taken longer than 10 minutes");
        assertThat(build.sageMaker.created).isEmpty();
    }

    @Test
    void aShutdownDuringAnUploadLeavesItToTheNextController() {
        build.workspace = new SlowFiles(() -> {
            build.die();
            Thread.currentThread().interrupt();
        });
        build.start().pass(Duration.ofMinutes(1));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(build.ends).isEmpty();

        build.workspace = new SlowFiles(() -> build.run.stop("somebody aborted it"));
        build.resume();

        assertThat(build.end()).isEqualTo(new End.Stopped());
    }

    @Test
    void whatIsRefusedBeforeTheJobIsMadeLeavesNothingRunning() {
        build.workspace = new SlowFiles(() -> {}) {
            @Override
            public List<LocalFile> list(String path) throws RemoteException {
                throw new RemoteException(Kind.ACCESS_DENIED, "AccessDenied", "Could not look: denied", null);
            }
        };
        build.start();

        assertThat(build.failure()).isEqualTo("Could not look: denied");
    }

    /** Files whose listing takes as long as something else happens. */
    private static class SlowFiles implements Workspace {
        private final Runnable meanwhile;

        SlowFiles(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public List<LocalFile> list(String path) throws RemoteException, InterruptedException {
            meanwhile.run();
            if (Thread.interrupted()) {
                throw new InterruptedException("cut off");
            }
            throw new AssertionError("nobody has interrupted the upload");
        }

        @Override
        public Map<String, byte[]> read(List<String> paths, long limitBytes) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public void write(String path, byte[] content) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public void upload(List<Upload> uploads) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public List<String> digests(LocalFile file, long partSize) {
            throw new AssertionError("nothing is sent in parts");
        }

        @Override
        public void uploadArchive(SortedMap<String, String> entries, Upload to) {
            throw new AssertionError("nothing is packed");
        }
    }
}
