package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.cli.Cloud;
import io.jenkins.plugins.sagemaker.lab.cli.report.Deployment;
import io.jenkins.plugins.sagemaker.lab.cli.report.Deployment.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** A {@code deploySageMakerEndpoint} step: the events that it has printed, which are those of its own change. */
final class DeploymentCollector implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(DeploymentCollector.class.getName());
    private static final Pattern EVENT =
            Pattern.compile("(\\d\\d:\\d\\d:\\d\\d)Z?  ([A-Z][A-Z_]+)\\s+([A-Za-z0-9-]+)(?:: (.*))?");

    private final Graph graph;
    private final CloudFormationClient cloudFormation;

    DeploymentCollector(Graph graph, Cloud cloud) {
        this.graph = graph;
        cloudFormation = cloud.client(CloudFormationClient.builder());
    }

    Deployment collect(FlowNode node) {
        String stackName = Values.givenTo(node).text("stackName");
        Values returned = Values.returnedBy(node);
        Map<String, String> types = types(stackName);
        List<Event> events = new ArrayList<>();
        for (String line : Graph.log(node)) {
            Matcher event = EVENT.matcher(line);
            if (event.matches()) {
                String reason = event.group(4) == null ? "" : event.group(4);
                String resource = event.group(3);
                events.add(new Event(
                        null, event.group(1), resource, types.getOrDefault(resource, ""), event.group(2), reason));
            }
        }
        String failure = Graph.words(graph.error(node));
        return new Deployment(
                Graph.stageName(node),
                stackName,
                graph.outcome(node),
                returned.isEmpty() ? lastStatus(events, stackName) : returned.text("stackStatus"),
                returned.isEmpty() ? !events.isEmpty() : Boolean.parseBoolean(returned.text("changed")),
                returned.text("endpointName"),
                returned.text("previousEndpointConfigName"),
                returned.text("endpointConfigName"),
                graph.seconds(node),
                failure,
                events,
                returned.text("consoleUrl"));
    }

    private static String lastStatus(List<Event> events, String stackName) {
        return events.stream()
                .filter(e -> e.resource().equals(stackName))
                .reduce((earlier, later) -> later)
                .map(Event::status)
                .orElse("");
    }

    /** The types of the stack's resources by their names; empty if the stack is gone. */
    private Map<String, String> types(String stackName) {
        Map<String, String> types = new HashMap<>(Map.of(stackName, "AWS::CloudFormation::Stack"));
        try {
            cloudFormation
                    .describeStackEventsPaginator(r -> r.stackName(stackName))
                    .stackEvents()
                    .forEach(e -> types.putIfAbsent(e.logicalResourceId(), e.resourceType()));
        } catch (SdkException e) {
            LOGGER.log(Level.FINE, "no resource types of " + stackName + " in the report", e);
        }
        return types;
    }

    @Override
    public void close() {
        cloudFormation.close();
    }
}
