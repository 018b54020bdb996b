package io.jenkins.plugins.sagemaker.lab.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPageTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)((?: [^<>]*)?)>");

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theVerdictAndItsReasonStandFirst(Outcome result) {
        String page = ReportPage.of(SampleReport.with(result));

        assertThat(page).startsWith("<!DOCTYPE html>").contains("<title>" + result + ": examples/Jenkinsfile</title>");
        assertThat(page.indexOf("The model of digits-1 is in production"))
                .isPositive()
                .isLessThan(page.indexOf("Test QA endpoint"));
    }

    @Test
    void everyKindOfEvidenceHasItsPlace() {
        String page = ReportPage.of(SampleReport.with(Outcome.FAILURE));

        assertThat(page)
                .contains("Training", "digits-1", "validation:accuracy &gt;= 0.9", "<svg")
                .contains("Endpoint test", "p95 &lt; 5", "it was 6.7 ms", "8 taken for 1 (3 times)")
                .contains("Deployment", "CREATE_FAILED", "no such instance", "Config-1")
                .contains("Approved by <strong>mallory</strong>", "accuracy 0.98")
                .contains("Template check", "F3", "Role allows everything", "endpoint.yaml:12")
                .contains("endpoint: a clear zero: expected 0")
                .contains("href=\"artifacts/reports/endpoint-qa.xml\"")
                .contains("PutObject")
                .contains("[Pipeline] Start of Pipeline");
    }

    @Test
    void nothingThatAUserOrAContainerSaysBecomesMarkup() {
        String hostile = "<script>alert('x')</script>\"'&<img src=x onerror=alert(1)>";

        String page = ReportPage.of(SampleReport.with(Outcome.FAILURE, hostile));

        assertThat(page).contains("&lt;script&gt;");
        assertThat(TAG.matcher(page).results().map(tag -> tag.group(2)))
                .isNotEmpty()
                .doesNotContain("script", "img", "iframe", "object", "link");
        assertThat(TAG.matcher(page)
                        .results()
                        .map(tag -> tag.group(3).replaceAll("\"[^\"]*\"", ""))
                        .filter(names -> names.contains(" on")))
                .isEmpty();
    }

    @Test
    void theFileNeedsNothingFromElsewhere() {
        String page = ReportPage.of(SampleReport.with(Outcome.SUCCESS));

        assertThat(page).doesNotContain("<script", "<link", "@import", "src=\"http", "url(http");
    }
}
