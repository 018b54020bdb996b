package io.jenkins.plugins.sagemaker.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InterruptionTest {

    private final Interruption interruption = new Interruption();

    @Test
    void aRoundThatIsLeftAloneYieldsItsResult() throws Exception {
        assertThat(interruption.during(() -> "done")).isEqualTo("done");
    }

    @Test
    void aRoundThatIsCutOffYieldsNothingAndTheThreadGoesOn() throws Exception {
        Object result = interruption.during(() -> {
            interruption.cutOff();
            assertThat(Thread.interrupted()).isTrue();
            throw new InterruptedException();
        });

        assertThat(result).isNull();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aRoundThatEndsAllTheSameKeepsItsResult() throws Exception {
        String result = interruption.during(() -> {
            interruption.cutOff();
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptOfTheControllerStaysOne() {
        assertThatThrownBy(() -> interruption.during(() -> {
                    throw new InterruptedException("shutting down");
                }))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("shutting down");
    }

    @Test
    void betweenRoundsNobodyIsInterrupted() throws Exception {
        interruption.during(() -> "done");
        interruption.cutOff();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(interruption.during(() -> "again")).isEqualTo("again");
    }
}
