package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.console.HyperlinkNote;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.LogAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The part of the build log that one step writes, line by line. Links of a line become links of the console. */
record StepLog(StepContext context) {

    void print(List<String> lines) throws IOException, InterruptedException {
        PrintStream log = context.get(TaskListener.class).getLogger();
        for (String line : lines) {
            log.println(clickable(line));
        }
        log.flush();
    }

    /** For a browser; who reads the text without notes sees the address all the same. Jenkins makes a link of it by itself. */
    static String clickable(String line) {
        return Hyperlink.render(line, (url, text) -> HyperlinkNote.encodeTo(url, text) + ": " + url);
    }

    /** How many lines stand in it, to their ends: one that a crash has cut off is printed again, behind what there is of it. */
    long lines() throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        LogAction log = node == null ? null : node.getAction(LogAction.class);
        if (log == null) {
            return 0;
        }
        long ends = 0;
        try (var reader = new BufferedReader(log.getLogText().readAll())) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                ends += c == '\n' ? 1 : 0;
            }
        }
        return ends;
    }
}
