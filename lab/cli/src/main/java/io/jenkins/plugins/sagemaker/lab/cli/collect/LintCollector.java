package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.cli.report.Lint;
import io.jenkins.plugins.sagemaker.lab.cli.report.Lint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** A {@code cfnNag} step: its findings as it has printed them, which it does whether it passes or fails. */
final class LintCollector {

    private static final Pattern FINDING =
            Pattern.compile("(FAIL|WARN) (\\S+)  (.+?)(?::(-?\\d+))?  (?:([A-Za-z0-9]+)  )?(.*)");
    private static final Pattern SUMMARY =
            Pattern.compile("cfnNag: (\\d+) templates?, (\\d+) failures?, (\\d+) warnings?");

    private LintCollector() {}

    static Lint collect(Graph graph, FlowNode node) {
        List<Finding> findings = new ArrayList<>();
        int files = -1;
        int failures = 0;
        int warnings = 0;
        for (String line : Graph.log(node)) {
            Matcher finding = FINDING.matcher(line);
            Matcher summary = SUMMARY.matcher(line);
            if (finding.matches()) {
                findings.add(new Finding(
                        finding.group(2),
                        finding.group(1),
                        finding.group(6),
                        finding.group(3),
                        finding.group(5) == null ? "" : finding.group(5),
                        finding.group(4) == null ? 0 : Math.max(0, Integer.parseInt(finding.group(4)))));
            } else if (summary.matches()) {
                files = Integer.parseInt(summary.group(1));
                failures = Integer.parseInt(summary.group(2));
                warnings = Integer.parseInt(summary.group(3));
            }
        }
        return new Lint(
                Graph.stageName(node),
                Values.givenTo(node).text("inputPath"),
                graph.outcome(node),
                files,
                failures,
                warnings,
                findings);
    }
}
