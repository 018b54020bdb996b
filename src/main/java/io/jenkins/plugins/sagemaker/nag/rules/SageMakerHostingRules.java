package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.SageMakerPack.lacks;

import io.jenkins.plugins.sagemaker.nag.template.References;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Models and the endpoints that serve them. */
final class SageMakerHostingRules {
    private static final String MODEL = "AWS::SageMaker::Model";
    private static final String CONFIG = "AWS::SageMaker::EndpointConfig";
    private static final String ENDPOINT = "AWS::SageMaker::Endpoint";
    private static final String COMPONENT = "AWS::SageMaker::InferenceComponent";
    private static final List<PropertyPath> IMAGES = List.of(
            PropertyPath.of("PrimaryContainer.Image"),
            PropertyPath.of("Containers[*].Image"),
            PropertyPath.of("Specification.Container.Image"));
    private static final List<PropertyPath> ENVIRONMENTS = List.of(
            PropertyPath.of("PrimaryContainer.Environment"),
            PropertyPath.of("Containers[*].Environment"),
            PropertyPath.of("Specification.Container.Environment"));
    private static final PropertyPath VARIANTS = PropertyPath.of("ProductionVariants[*]");
    private static final Set<String> SCALING = Set.of("ServerlessConfig", "ManagedInstanceScaling");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(.*_)?(password|passwd|secret|token|credentials?|(api|access|private|secret)_?key)");

    private SageMakerHostingRules() {}

    static List<Rule> rules() {
        return List.of(
                SageMakerPack.warning(
                        "SM5",
                        "ModelVpc",
                        MODEL,
                        lacks("VpcConfig"),
                        "The model's containers run outside of any VPC of yours.",
                        "Their traffic can be neither filtered nor recorded.",
                        "Set VpcConfig with subnets and security groups.",
                        SageMakerPack.GUIDE + "host-vpc.html"),
                SageMakerPack.warning(
                        "SM6",
                        "ModelNetworkIsolation",
                        MODEL,
                        lacks("EnableNetworkIsolation"),
                        "The model's containers may make network calls.",
                        "A container with hostile or broken code can send out what it is asked.",
                        "Set EnableNetworkIsolation to true; SageMaker still brings the model into the container.",
                        SageMakerPack.CONTROLS),
                SageMakerPack.rule(
                        Severity.WARN,
                        "SM7",
                        "ImageDigest",
                        List.of(MODEL, COMPONENT),
                        (model, scope) -> values(IMAGES, model)
                                .anyMatch(
                                        image -> image.isText() && !image.text().contains("@sha256:")),
                        "An image is named by a tag and not by its digest.",
                        "A tag can be moved: instances that start later may run other code than the one that was tested.",
                        "Name the image as registry/repository@sha256:digest.",
                        SageMakerPack.GUIDE + "your-algorithms-inference-code.html"),
                SageMakerPack.rule(
                        Severity.FAIL,
                        "SM8",
                        "ContainerSecret",
                        List.of(MODEL, COMPONENT),
                        (model, scope) -> values(ENVIRONMENTS, model).anyMatch(each -> holdsSecret(each, scope)),
                        "A secret stands in the environment of a container.",
                        "Whoever may describe the model or the stack can read it.",
                        "Let the container read it from Secrets Manager by its execution role.",
                        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html"),
                SageMakerPack.rule(
                        Severity.WARN,
                        "SM9",
                        "FixedNameOfReplaced",
                        List.of(MODEL, CONFIG),
                        (resource, scope) -> hasFixedName(resource),
                        "The resource has a fixed name, but can only be replaced.",
                        "A stack update that changes it fails: CloudFormation cannot make a second one of that name.",
                        "Leave out ModelName and EndpointConfigName; only the endpoint needs a name that stays.",
                        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"),
                SageMakerPack.warning(
                        "SM10",
                        "DataCapture",
                        CONFIG,
                        (config, scope) -> isWatchable(config)
                                && lacks("DataCaptureConfig.EnableCapture").flags(config, scope),
                        "Requests and answers of the production variants are not captured.",
                        "Without them drift goes unnoticed, and no monitoring job has anything to look at.",
                        "Set DataCaptureConfig with EnableCapture: true and a KmsKeyId.",
                        SageMakerPack.GUIDE + "model-monitor-data-capture.html"),
                SageMakerPack.warning(
                        "SM11",
                        "SingleInstance",
                        CONFIG,
                        (config, scope) ->
                                PropertyPath.of("ProductionVariants[*].InitialInstanceCount").values(config).stream()
                                        .anyMatch(count -> count.text().equals("1")),
                        "A production variant starts with a single instance.",
                        "When its availability zone or the instance fails, nobody answers.",
                        "Set InitialInstanceCount to 2 or more; SageMaker spreads instances over zones.",
                        SageMakerPack.CONTROLS),
                SageMakerPack.warning(
                        "SM12",
                        "EndpointRollback",
                        ENDPOINT,
                        lacks("DeploymentConfig.AutoRollbackConfiguration.Alarms"),
                        "No alarm rolls back a release that goes wrong.",
                        "A model that answers with errors stays in production until somebody notices.",
                        "Set DeploymentConfig.AutoRollbackConfiguration.Alarms.",
                        SageMakerPack.GUIDE + "deployment-guardrails-configuration.html"),
                SageMakerPack.warning(
                        "SM13",
                        "EndpointAutoscaling",
                        ENDPOINT,
                        (endpoint, scope) -> !isScaled(endpoint, scope),
                        "No scalable target adjusts the number of instances to the load.",
                        "At a peak requests fail, and at night idle instances cost.",
                        "Add an AWS::ApplicationAutoScaling::ScalableTarget for its variants, or set ManagedInstanceScaling.",
                        SageMakerPack.GUIDE + "endpoint-auto-scaling.html"),
                SageMakerPack.warning(
                        "SM14",
                        "ClusterVpc",
                        "AWS::SageMaker::Cluster",
                        lacks("VpcConfig"),
                        "The cluster lies outside of any VPC of yours.",
                        "Its traffic can be neither filtered nor recorded.",
                        "Set VpcConfig with subnets and security groups.",
                        SageMakerPack.GUIDE + "sagemaker-hyperpod-prerequisites.html"),
                SageMakerPack.warning(
                        "SM15",
                        "ClusterNodeRecovery",
                        "AWS::SageMaker::Cluster",
                        Checks.equal("NodeRecovery", "None"),
                        "The cluster does not replace broken nodes.",
                        "A training of days stops at the first broken accelerator.",
                        "Set NodeRecovery to Automatic.",
                        SageMakerPack.GUIDE + "sagemaker-hyperpod-resiliency.html"));
    }

    private static Stream<Value> values(List<PropertyPath> paths, Resource resource) {
        return paths.stream().flatMap(path -> path.values(resource).stream());
    }

    private static boolean holdsSecret(Value environment, Scope scope) {
        return environment.isMap()
                && environment.entries().entrySet().stream()
                        .anyMatch(entry -> SECRET.matcher(entry.getKey().text()).matches()
                                && PasswordRules.isExposed(entry.getValue(), scope));
    }

    private static boolean hasFixedName(Resource resource) {
        String property = resource.type().equals(MODEL) ? "ModelName" : "EndpointConfigName";
        return resource.property(property).isText();
    }

    /** Neither serverless nor asynchronous endpoints capture data. */
    private static boolean isWatchable(Resource config) {
        return config.property("AsyncInferenceConfig").isAbsent()
                && VARIANTS.values(config).stream()
                        .anyMatch(variant -> variant.isMap()
                                && variant.at("ServerlessConfig").isAbsent());
    }

    private static boolean isScaled(Resource endpoint, Scope scope) {
        boolean target = scope.ofType("AWS::ApplicationAutoScaling::ScalableTarget").stream()
                .map(resource -> resource.property("ResourceId").text())
                .anyMatch(id -> id.contains(endpoint.logicalId()) || names(id, endpoint.property("EndpointName")));
        return target || scalesItself(endpoint, scope);
    }

    private static boolean names(String resourceId, Value endpointName) {
        if (endpointName.isText()) {
            return resourceId.contains("endpoint/" + endpointName.text() + "/");
        }
        return endpointName.isMap()
                && endpointName.at("Ref").isText()
                && resourceId.contains(endpointName.at("Ref").text());
    }

    /** What is not in the template cannot be judged. */
    private static boolean scalesItself(Resource endpoint, Scope scope) {
        Value name = endpoint.property("EndpointConfigName");
        String target = name.isAbsent() ? null : References.target(name);
        Resource config = target == null ? null : scope.resource(target);
        return config == null
                || !config.type().equals(CONFIG)
                || VARIANTS.values(config).stream()
                        .allMatch(variant -> !variant.isMap()
                                || variant.entries().keySet().stream()
                                        .map(Value::text)
                                        .anyMatch(SCALING::contains));
    }
}
