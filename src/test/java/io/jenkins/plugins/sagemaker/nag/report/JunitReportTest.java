package io.jenkins.plugins.sagemaker.nag.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of the JUnit report sees, to the letter. */
class JunitReportTest {
    private static final Advice ADVICE =
            new Advice("It matters.", "Switch it on.", "https://docs.aws.amazon.com/x.html");

    private static String written(boolean failOnWarnings, Violation... violations) throws IOException {
        var file = new FileReport("a.yaml", List.of(violations), List.of(), List.of(), List.of());
        var out = new StringWriter();
        new JunitReport(failOnWarnings).write(new LintReport(List.of(file)), out);
        return out.toString();
    }

    private static Violation warning(String message) {
        return new Violation("W35", Severity.WARN, "Name", message, List.of(new Finding("B", 3)), ADVICE);
    }

    @Test
    void aWarningPassesAndTellsPlaceReasonAndRemedy() throws IOException {
        assertThat(written(false, warning("No log."))).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="cfnNag">
              <testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="a.yaml" name="W35 B">
                  <system-out>WARN a.yaml:3&#10;No log.&#10;Why: It matters.&#10;Fix: Switch it on.&#10;\
            https://docs.aws.amazon.com/x.html</system-out>
                </testcase>
              </testsuite>
            </testsuites>
            """);
    }

    @Test
    void aFileThatCouldNotBeCheckedFailsWithoutAdvice() throws IOException {
        assertThat(written(false, Violation.fatal("Broken."))).contains("""
                <testcase classname="a.yaml" name="FATAL">
                  <failure type="FATAL" message="Broken.">a.yaml&#10;Broken.</failure>
                </testcase>
            """);
    }

    @Test
    void aFileWithoutFindingsIsAPassedCase() throws IOException {
        assertThat(written(true)).contains("""
              <testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="a.yaml" name="no findings"/>
              </testsuite>
            """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ?",
        "8, ?",
        "9, '\t'",
        "13, ?",
        "1F, ?",
        "20, ' '",
        "D7FF, \uD7FF",
        "D800, ?",
        "DFFF, ?",
        "E000, \uE000",
        "FFFD, \uFFFD",
        "FFFE, ?",
        "FFFF, ?",
        "10000, \uD800\uDC00",
        "10FFFF, \uDBFF\uDFFF"
    })
    void whatXmlCannotHoldBecomesAQuestionMark(String codePoint, String shown) throws IOException {
        String message = "<" + Character.toString(Integer.parseInt(codePoint, 16)) + ">";

        assertThat(written(true, warning(message))).contains("message=\"&lt;" + shown + "&gt;\"");
    }
}
