package io.jenkins.plugins.sagemaker.lab.aws.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final LogLines lines = new LogLines();

    @Test
    void printsAsManyLinesAsAskedInTheTimeGiven() throws Exception {
        var container = new RecordingContainer().with("lines", "2500").with("seconds", "50");
        lines.train(container);

        assertThat(container.lines())
                .hasSize(2500)
                .startsWith("algo-1: line 1 of 2500 on algo-1")
                .endsWith("algo-1: line 2500 of 2500 on algo-1");
        assertThat(container.passed()).isEqualTo(Duration.ofSeconds(40));
        assertThat(container.model().get("lines.txt"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("2500");
    }

    @Test
    void endsWhenItIsStopped() throws Exception {
        var container = new RecordingContainer().with("lines", "100000").stoppedAfter(3);
        lines.train(container);

        assertThat(container.lines()).hasSize(3000);
    }

    @Test
    void wantsANumberOfLines() {
        assertThatThrownBy(() -> lines.train(new RecordingContainer()))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("'lines' is missing");
    }
}
