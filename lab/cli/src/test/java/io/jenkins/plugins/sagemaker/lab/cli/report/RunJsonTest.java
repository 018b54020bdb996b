package io.jenkins.plugins.sagemaker.lab.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RunJsonTest {

    @Test
    void theReportIsReadableByPrograms() throws Exception {
        var json = new ObjectMapper().readTree(RunJson.of(SampleReport.with(Outcome.UNSTABLE)));

        assertThat(json.at("/result").asText()).isEqualTo("UNSTABLE");
        assertThat(json.at("/startedAt").asText()).isEqualTo("2026-03-04T10:20:30Z");
        assertThat(json.at("/seconds").asDouble()).isEqualTo(14.2);
        assertThat(json.at("/stages/3/name").asText()).isEqualTo("Train");
        assertThat(json.at("/steps/0/value/trainingJobName").asText()).isEqualTo("digits-1");
        assertThat(json.at("/trainingJobs/0/metrics/validation:accuracy").asDouble())
                .isEqualTo(0.974);
        assertThat(json.at("/endpointTests/0/gates/1/passed").asBoolean(true)).isFalse();
        assertThat(json.has("console")).as("the console is in the page").isFalse();
    }
}
