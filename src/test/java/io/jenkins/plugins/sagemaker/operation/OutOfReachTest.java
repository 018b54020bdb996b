package io.jenkins.plugins.sagemaker.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The remote side does not answer at all. */
class OutOfReachTest {

    private record Unreachable(boolean mayRun) implements Operation<Object, Integer, Integer> {

        @Override
        public String name() {
            return "job";
        }

        @Override
        public Integer begin() {
            return 0;
        }

        @Override
        public Progress<Integer, Integer> advance(Integer state, Object remote) throws RemoteException {
            throw refused();
        }

        @Override
        public boolean cancel(Integer state, Object remote) throws RemoteException {
            throw refused();
        }

        @Override
        public Duration stopGrace() {
            return Duration.ofSeconds(30);
        }

        @Override
        public boolean mayRunRemotely(Integer state) {
            return mayRun;
        }

        @Override
        public String describe(Integer state) {
            return "starting";
        }

        private static RemoteException refused() {
            return new RemoteException(Kind.TRANSIENT, "", "Connection refused", null);
        }
    }

    private static final class UnreachableBuild extends VirtualBuild<Object, Integer, Integer> {
        UnreachableBuild(boolean mayRun) {
            super(new Unreachable(mayRun));
        }

        @Override
        protected Object connect() {
            return this;
        }
    }

    @Test
    void anAbortBeforeAnythingWasStartedNeedsNoAnswer() {
        var build = new UnreachableBuild(false);
        build.start().pass(Duration.ofSeconds(20));

        build.run.stop("aborted");
        build.pass(Duration.ofSeconds(1));

        assertThat(build.ends).containsExactly(new End.Stopped());
        assertThat(build.log)
                .containsExactly(
                        "Stopping: job, because aborted",
                        "Until then: trying again: Connection refused",
                        "Nothing is left running: job");
    }

    @Test
    void aTimeoutSaysWhatItWasWaitingForOnce() {
        var build = new UnreachableBuild(false);
        build.limits = new OperationRun.Limits(Duration.ofMinutes(1), false);
        build.start().pass(Duration.ofHours(1));

        assertThat(build.failure()).isEqualTo("Stopped because job has taken longer than 1 minute");
        assertThat(build.log)
                .filteredOn(line -> line.contains("Connection refused"))
                .hasSize(1);
    }

    @Test
    void whatWasGivenUpIsSaidInWholeSentences() {
        var build = new UnreachableBuild(true);
        build.start();

        assertThat(build.failure()).isEqualTo("Connection refused. Whether job goes on remotely is not known.");
    }

    @Test
    void anAbortOfWhatMayRunIsRepeated() {
        var build = new UnreachableBuild(true);
        build.start().pass(Duration.ofSeconds(20));

        build.run.stop("aborted");
        build.pass(Duration.ofMinutes(30));

        assertThat(build.ends).isEmpty();
    }
}
