package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.Lint.Finding;

/** The findings of a linter. */
final class LintSection {

    private LintSection() {}

    static void write(Markup html, Lint lint) {
        int all = lint.failures() + lint.warnings();
        Section.open(
                html,
                "Template check",
                lint.inputPath(),
                lint.outcome(),
                all == 0
                        ? lint.outcome() == Outcome.SUCCESS
                                ? "clean"
                                : lint.outcome().word()
                        : Words.count(all, "finding"));
        if (lint.findings().isEmpty()) {
            html.element(
                            "p",
                            lint.files() < 0
                                    ? "cfnNag gives no findings."
                                    : Words.count(lint.files(), "template") + " checked, nothing found.")
                    .line();
        } else {
            Section.table(html, "Rule", "Place", "Resource", "What is wrong");
            for (Finding finding : lint.findings()) {
                Outcome outcome = finding.type().equals("FAIL") ? Outcome.FAILURE : Outcome.UNSTABLE;
                html.open("tr", "class", outcome.style()).open("td");
                html.element("span", outcome.sign(), "class", "sign", "title", finding.type());
                html.text(" " + finding.id()).close();
                html.element("td", finding.file() + (finding.line() > 0 ? ":" + finding.line() : ""));
                html.element("td", finding.resource())
                        .element("td", finding.message())
                        .close()
                        .line();
            }
            Section.endTable(html);
        }
        Section.close(html);
    }
}
