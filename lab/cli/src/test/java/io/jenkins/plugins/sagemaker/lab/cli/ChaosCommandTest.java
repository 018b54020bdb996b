package io.jenkins.plugins.sagemaker.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ChaosCommandTest {

    private final StringWriter out = new StringWriter();

    @Test
    void severalProcessesPlayAllRunsAndNothingIsViolated() throws Exception {
        int status = run("--runs", "5", "--seed", "3", "--processes", "2", "-o", "json");

        JsonNode summary = new ObjectMapper().readTree(out.toString());
        assertThat(status).as(out.toString()).isZero();
        assertThat(summary.get("runs").asInt()).isEqualTo(5);
        assertThat(summary.get("violations")).isEmpty();
        assertThat(summary.get("visited").asInt()).isPositive();
        assertThat(summary.get("struck").size()).isPositive();
    }

    @Test
    void oneRunShowsItsConsoleAndWhatWentWrong() {
        int status = run("--seed", "3", "--run", "2");

        assertThat(status).as(out.toString()).isZero();
        assertThat(out).asString().contains("[Pipeline] sagemakerTrain", "\"planned\" : [ \"crash ");
    }

    @Test
    void noRunsAreAWrongCommandLine() {
        assertThat(run("--runs", "0")).isEqualTo(64);
    }

    private int run(String... options) {
        String[] line = new String[options.length + 1];
        line[0] = "chaos";
        System.arraycopy(options, 0, line, 1, options.length);
        return Main.execute(new PrintWriter(out), line);
    }
}
