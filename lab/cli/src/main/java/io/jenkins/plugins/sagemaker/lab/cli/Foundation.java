package io.jenkins.plugins.sagemaker.lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** What a team sets up once in its account, by the bundled template; here it is set up for each run. */
final class Foundation {

    private static final String STACK = "sagemaker-foundation";
    private static final String TEMPLATE = "/io/jenkins/plugins/sagemaker/deployment/foundation.yaml";

    /** The names under which a Jenkinsfile knows the stack's outputs. */
    private static final Map<String, String> VARIABLES = Map.of(
            "ArtifactBucketName", "ARTIFACT_BUCKET",
            "ArtifactKeyArn", "ARTIFACT_KEY_ARN",
            "ExecutionRoleArn", "EXECUTION_ROLE_ARN",
            "CloudFormationRoleArn", "CLOUDFORMATION_ROLE_ARN",
            "JenkinsRoleArn", "JENKINS_ROLE_ARN",
            "ApprovalTopicArn", "APPROVAL_TOPIC_ARN");

    private Foundation() {}

    /** Creates the stack, and gives its outputs as variables of an environment. */
    static Map<String, String> in(Cloud cloud) {
        try (CloudFormationClient client = cloud.client(CloudFormationClient.builder())) {
            client.createStack(r -> r.stackName(STACK)
                    .templateBody(template())
                    .capabilities(Capability.CAPABILITY_NAMED_IAM)
                    .parameters(
                            parameter("JenkinsPrincipalArn", "arn:aws:iam::123456789012:role/jenkins"),
                            parameter("NamePrefix", "lab")));
            try (var waiter = client.waiter()) {
                waiter.waitUntilStackCreateComplete(
                        r -> r.stackName(STACK),
                        o -> o.backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(20)))
                                .maxAttempts(1000));
            }
            Map<String, String> environment = new LinkedHashMap<>();
            client.describeStacks(r -> r.stackName(STACK)).stacks().get(0).outputs().stream()
                    .filter(output -> VARIABLES.containsKey(output.outputKey()))
                    .forEach(output -> environment.put(VARIABLES.get(output.outputKey()), output.outputValue()));
            return environment;
        }
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private static String template() {
        try (InputStream in = Foundation.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled " + TEMPLATE, e);
        }
    }
}
