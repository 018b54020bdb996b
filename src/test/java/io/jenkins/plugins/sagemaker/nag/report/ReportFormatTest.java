package io.jenkins.plugins.sagemaker.nag.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportFormatTest {
    private static final Advice ADVICE =
            new Advice("Nobody can tell what happened.", "Switch it on.", "https://docs.aws.amazon.com/x.html");
    private static final LintReport REPORT = new LintReport(List.of(
            new FileReport(
                    "a.yaml",
                    List.of(
                            new Violation(
                                    "W35",
                                    Severity.WARN,
                                    "S3BucketAccessLoggingRule",
                                    "No log.",
                                    List.of(new Finding("B", 3)),
                                    ADVICE),
                            new Violation(
                                    "F4",
                                    Severity.FAIL,
                                    "IamPolicyWildcardActionRule",
                                    "All & <more>.",
                                    List.of(new Finding("P", 9), new Finding("Q", 12)),
                                    ADVICE)),
                    List.of(),
                    List.of(),
                    List.of()),
            new FileReport("b.yaml", List.of(Violation.fatal("Broken \u0001.")), List.of(), List.of(), List.of()),
            new FileReport("c.yaml", List.of(), List.of(), List.of(), List.of())));

    @Test
    void countsFindingsAndFatals() {
        assertThat(REPORT.failureCount()).isEqualTo(3);
        assertThat(REPORT.warningCount()).isEqualTo(1);
        assertThat(REPORT.fatalCount()).isEqualTo(1);
        assertThat(REPORT.isClean(false)).isFalse();
        assertThat(new LintReport(List.of()).isClean(true)).isTrue();
    }

    @Test
    void aWarningIsCleanUnlessWarningsFail() {
        var report = new LintReport(List.of(new FileReport(
                "a", REPORT.files().get(0).violations().subList(0, 1), List.of(), List.of(), List.of())));

        assertThat(report.isClean(false)).isTrue();
        assertThat(report.isClean(true)).isFalse();
    }

    @Test
    void travelsByJavaSerialization() throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(REPORT);
        }

        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(REPORT);
        }
    }

    @Test
    void jsonHasTheOriginalsShape() throws IOException {
        String json = written(new JsonReport());
        JsonNode files = new ObjectMapper().readTree(json);

        assertThat(json).startsWith("[\n  {\n    \"filename\": \"a.yaml\",").endsWith("]\n");
        assertThat(files).hasSize(3);
        JsonNode first = files.get(0);
        assertThat(first.get("filename").asText()).isEqualTo("a.yaml");
        assertThat(first.at("/file_results/failure_count").asInt()).isEqualTo(2);
        assertThat(first.at("/file_results/violations/1").toString())
                .isEqualTo("{\"id\":\"F4\",\"name\":\"IamPolicyWildcardActionRule\",\"type\":\"FAIL\","
                        + "\"message\":\"All & <more>.\",\"logical_resource_ids\":[\"P\",\"Q\"],"
                        + "\"line_numbers\":[9,12],\"element_types\":[\"resource\",\"resource\"]}");
        assertThat(files.get(1).at("/file_results/violations/0/logical_resource_ids"))
                .isEmpty();
        assertThat(files.get(2).at("/file_results/violations")).isEmpty();
    }

    @Test
    void textTellsTheWorstFirstWithPlaceReasonAndRemedy() throws IOException {
        String text = written(new TextReport(false));

        assertThat(text)
                .containsSubsequence(
                        "FAIL F4",
                        "a.yaml:9  P",
                        "a.yaml:12  Q",
                        "Why: ",
                        "Fix: ",
                        "WARN W35",
                        "a.yaml:3  B",
                        "FAIL FATAL",
                        "b.yaml")
                .endsWith("3 files checked: 3 failures, 1 warning; 1 file could not be checked\n")
                .doesNotContain("\u001b");
        assertThat(written(new TextReport(true))).contains("\u001b[31mFAIL F4\u001b[0m", "\u001b[33mWARN W35");
    }

    @Test
    void junitHasACasePerFinding() throws Exception {
        Element root = parse(written(new JunitReport(false)));

        var suites = root.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(3);
        assertThat(((Element) suites.item(0)).getAttribute("tests")).isEqualTo("3");
        assertThat(((Element) suites.item(0)).getAttribute("failures")).isEqualTo("2");
        assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(((Element) root.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("All & <more>.");
    }

    @Test
    void junitFailsWarningsOnDemand() throws Exception {
        assertThat(parse(written(new JunitReport(true)))
                        .getElementsByTagName("failure")
                        .getLength())
                .isEqualTo(4);
    }

    private static String written(ReportFormat format) throws IOException {
        var out = new StringWriter();
        format.write(REPORT, out);
        return out.toString();
    }

    private static Element parse(String xml) throws Exception {
        var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(bytes)
                .getDocumentElement();
    }
}
