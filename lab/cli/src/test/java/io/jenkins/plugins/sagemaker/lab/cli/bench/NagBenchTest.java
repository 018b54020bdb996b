package io.jenkins.plugins.sagemaker.lab.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NagBenchTest {

    private static final String BUCKET = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsColdAndWarmFiguresAsJson() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), BUCKET);
        Files.writeString(folder.resolve("medium.yaml"), BUCKET + "#\n");
        Files.writeString(folder.resolve("large.yaml"), BUCKET + "###\n");

        int status = bench(
                "nag", folder.toString(), "--runs", "3", "--seconds", "0", "--command", "echo", "--beside", "true");

        assertThat(status).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString());
        assertThat(figures.get("files").asInt()).isEqualTo(3);
        assertThat(figures.get("bytes").asInt()).isEqualTo(3 * BUCKET.length() + 6);
        assertThat(figures.get("oneTemplate").asText()).endsWith("medium.yaml");
        assertThat(figures.at("/cold/oneTemplate/seconds")).hasSize(3);
        assertThat(figures.at("/cold/allTemplates/medianSeconds").asDouble()).isPositive();
        assertThat(figures.at("/beside/oneTemplate/medianSeconds").asDouble()).isPositive();
        assertThat(figures.at("/warm/filesPerSecond").asLong()).isPositive();
    }

    @Test
    void aPathWithoutTemplatesIsAWrongCommandLine() {
        assertThat(bench("nag", folder.toString())).isEqualTo(64);
        assertThat(bench("nag", folder.resolve("nowhere").toString())).isEqualTo(64);
        assertThat(err.toString()).contains("There is no template in ", "There is no file or folder ");
    }

    @Test
    void aMeasurementMustBeNamed() {
        assertThat(bench()).isEqualTo(64);
        assertThat(err.toString()).contains("Name what to measure: nag");
    }

    private int bench(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
