package io.jenkins.plugins.sagemaker.lab.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WaitsBenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int bench(String... arguments) {
        return new CommandLine(new WaitsBench())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void measuresThePluginAndTheNaiveFormBesideIt() throws Exception {
        int status = bench("--jobs", "40", "--speed", "60", "--naive", "--push");

        assertThat(status).as(err.toString()).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString());
        JsonNode plugin = figures.get("plugin 40");
        assertThat(plugin.get("waiting").asInt()).isEqualTo(40);
        assertThat(plugin.at("/delaySeconds/unseen").isInt()).isTrue();
        assertThat(plugin.at("/requestsPerSecond/sagemaker ListTrainingJobs").asDouble())
                .isPositive();
        assertThat(plugin.at("/requestsPerSecond/sqs ReceiveMessage").asDouble())
                .isBetween(0.01, 1.0);
        assertThat(plugin.at("/threadsAtMost/SageMaker operation").asInt()).isBetween(1, 15);
        assertThat(figures.at("/naive 40/requestsPerSecond/sagemaker DescribeTrainingJob")
                        .asDouble())
                .isPositive();
    }

    @Test
    void noJobsAreNoMeasurement() {
        assertThat(bench("--jobs", "0")).isEqualTo(BenchCommand.USAGE);
        assertThat(err.toString()).contains("--jobs and --speed must be greater than 0.");
    }
}
