package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Approval;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Artifact;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Link;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code index.html}: one file without anything from elsewhere, no script. What a person in a hurry wants stands first: how it ended and why, the
 * figures, the course; then the evidence; the console last.
 */
public final class ReportPage {

    private static final String CSS = resource("report.css");

    private final RunReport report;
    private final Markup html = new Markup();

    private ReportPage(RunReport report) {
        this.report = report;
    }

    public static String of(RunReport report) {
        return new ReportPage(report).write();
    }

    private String write() {
        html.open("html", "lang", "en").line();
        head();
        html.open("body").line();
        verdict();
        html.open("main").line();
        Figures.write(html, report);
        Timeline.write(html, report);
        report.trainingJobs().forEach(job -> TrainingSection.write(html, job));
        report.endpointTests().forEach(test -> EndpointTestSection.write(html, test));
        approvals();
        report.deployments().forEach(deployment -> DeploymentSection.write(html, deployment));
        report.lint().forEach(lint -> LintSection.write(html, lint));
        tests();
        files();
        requests();
        console();
        html.close().line().close().line().close().line();
        return "<!DOCTYPE html>\n" + html;
    }

    private void head() {
        html.open("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.empty("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", report.result() + ": " + report.pipeline()).line();
        html.style(CSS);
        html.close().line();
    }

    private void verdict() {
        Outcome result = report.result();
        html.open("header", "class", "verdict " + result.style())
                .open("div", "class", "inner")
                .line();
        html.open("h1")
                .element("span", result.sign(), "class", "sign", "aria-hidden", "true")
                .text(result.name())
                .close()
                .line();
        html.element("p", report.reason(), "class", "reason").line();
        List<String> facts = new ArrayList<>();
        facts.add(report.pipeline());
        facts.add(Words.dayAndTime(report.startedAt()));
        facts.add("took " + Words.duration(report.seconds()));
        facts.add(aws());
        html.element("p", String.join("  ·  ", facts), "class", "facts").line();
        html.close().close().line();
    }

    private String aws() {
        var aws = report.aws();
        return switch (aws.kind()) {
            case "real" -> "AWS" + (aws.region().isEmpty() ? "" : ", " + aws.region());
            case "local" ->
                "local AWS" + (aws.speed() == 1 ? "" : ", " + Words.number(aws.speed()) + " times as fast as AWS");
            default -> "AWS at " + aws.endpoint();
        };
    }

    private void approvals() {
        for (Approval approval : report.approvals()) {
            Outcome outcome = approval.approved() ? Outcome.SUCCESS : Outcome.ABORTED;
            Section.open(html, "Approval", approval.stage(), outcome, approval.approved() ? "approved" : "rejected");
            html.element("blockquote", approval.message()).line();
            html.open("p")
                    .text((approval.approved() ? "Approved by " : "Rejected by "))
                    .element("strong", approval.who())
                    .text(" at " + Words.time(approval.at()) + ".")
                    .close()
                    .line();
            if (!approval.evidence().isEmpty()) {
                html.element("p", "What was known then:", "class", "muted").open("ul");
                approval.evidence().forEach(item -> html.element("li", item));
                html.close().line();
            }
            Section.close(html);
        }
    }

    private void tests() {
        var tests = report.tests();
        if (tests == null || tests.total() == 0) {
            return;
        }
        Outcome outcome = tests.failed() > 0 ? Outcome.UNSTABLE : Outcome.SUCCESS;
        Section.open(
                html,
                "Test results",
                "",
                outcome,
                tests.failed() > 0
                        ? tests.failed() + " of " + tests.total() + " failed"
                        : "all " + tests.total() + " passed");
        if (tests.failures().isEmpty()) {
            html.element(
                            "p",
                            Words.count(tests.total(), "test case") + " in the JUnit reports, " + tests.skipped()
                                    + " skipped.")
                    .line();
        } else {
            html.open("ul", "class", "bad");
            tests.failures().forEach(failure -> html.element("li", failure));
            html.close().line();
        }
        Section.close(html);
    }

    private void files() {
        if (report.artifacts().isEmpty() && report.links().isEmpty()) {
            return;
        }
        Section.open(html, "Files and links", "", null, "");
        html.open("ul", "class", "files");
        for (Artifact artifact : report.artifacts()) {
            html.open("li").link(artifact.name(), artifact.path());
            html.element("span", " " + Words.bytes(artifact.bytes()), "class", "muted")
                    .close();
        }
        for (Link link : report.links()) {
            html.open("li").link(link.text(), link.url()).close();
        }
        html.close().line();
        if (report.aws().kind().equals("local") && !report.links().isEmpty()) {
            html.element(
                            "p",
                            "The links lead to the AWS console, where this run would be if it had used the real AWS.",
                            "class",
                            "muted")
                    .line();
        }
        Section.close(html);
    }

    private void requests() {
        List<Requests> all = report.aws().requests();
        if (all.isEmpty()) {
            return;
        }
        int sum = all.stream().mapToInt(Requests::count).sum();
        html.open("section").open("details").open("summary").element("h2", "Requests to AWS");
        html.element("span", Words.count(sum, "request"), "class", "muted")
                .close()
                .line();
        Section.table(html, "Service", "Operation", "#Requests", "#Throttled", "#Other errors");
        for (Requests one : all) {
            html.open("tr").element("td", one.service()).element("td", one.operation());
            Section.numbers(html, one.count(), one.throttled(), one.refused() - one.throttled());
            html.close().line();
        }
        Section.endTable(html);
        html.close().close().line();
    }

    private void console() {
        html.open("section").open("details", "class", "console").open("summary").element("h2", "Console");
        html.element("span", Words.count(report.console().lines().count(), "line"), "class", "muted")
                .close()
                .line();
        html.element("pre", report.console(), "tabindex", "0").line();
        html.close().close().line();
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + ReportPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
