package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.Deployment.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** A deployment: what it changed, and the stack's events. */
final class DeploymentSection {

    private DeploymentSection() {}

    static void write(Markup html, Deployment deployment) {
        String words = deployment.stackStatus().isEmpty() ? deployment.outcome().word() : deployment.stackStatus();
        Section.open(html, "Deployment", deployment.stackName(), deployment.outcome(), words);
        if (!deployment.failure().isEmpty()) {
            html.element(
                            "p",
                            deployment.failure(),
                            "class",
                            "note " + deployment.outcome().style())
                    .line();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Stage", deployment.stage());
        facts.put("Endpoint", deployment.endpointName());
        facts.put("Configuration", configuration(deployment));
        facts.put("Change", deployment.changed() || deployment.outcome() != Outcome.SUCCESS ? "" : "nothing to change");
        facts.put("Took", Words.duration(deployment.seconds()));
        Section.facts(html, facts);
        if (!deployment.events().isEmpty()) {
            html.open("details", "open", deployment.outcome() == Outcome.SUCCESS ? null : "open");
            html.element("summary", Words.count(deployment.events().size(), "stack event"))
                    .line();
            Section.table(html, "Time (AWS)", "Resource", "Type", "Status", "Reason");
            for (Event event : deployment.events()) {
                html.open("tr", "class", event.bad() ? "failure" : null).element("td", event.time(), "class", "num");
                html.element("td", event.resource()).element("td", event.type().replace("AWS::", ""));
                html.element("td", event.status())
                        .element("td", event.reason())
                        .close()
                        .line();
            }
            Section.endTable(html);
            html.close().line();
        }
        Section.close(html);
    }

    private static String configuration(Deployment d) {
        if (d.configAfter().isEmpty()) {
            return "";
        }
        return d.configBefore().isEmpty() || d.configBefore().equals(d.configAfter())
                ? d.configAfter()
                : d.configBefore() + " → " + d.configAfter();
    }
}
