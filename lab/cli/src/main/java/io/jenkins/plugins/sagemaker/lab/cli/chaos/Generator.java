package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Writes pipelines: the flow, which is always the same, and others by chance. */
final class Generator {

    private static final String GOOD = ", instanceType: 'ml.m5.large'";
    private static final String FALLBACK = ", instanceTypes: ['ml.p4d.24xlarge', 'ml.p3.2xlarge', 'ml.m5.large']";
    private static final String LEFT = GOOD + ", onAbort: 'LEAVE'";
    private static final String FAILING = GOOD + ", metricThresholds: ['train:multiclass_accuracy >= 2']";
    private static final String UNSTABLE = FAILING + ", thresholdResult: 'UNSTABLE'";
    private static final String SPOT =
            GOOD + ", enableManagedSpotTraining: true, maxRuntimeInSeconds: 3600, maxWaitTimeInSeconds: 7200";

    /** A template whose endpoint goes over to a new model by a canary. */
    private static final String CANARY = ", template: '''" + """
            {"Parameters": {"EndpointName": {"Type": "String"}, "ModelDataUrl": {"Type": "String"}, "Image": {"Type": "String"},
              "ExecutionRoleArn": {"Type": "String"}, "InstanceType": {"Type": "String"}},
             "Resources": {
              "Model": {"Type": "AWS::SageMaker::Model", "Properties": {"ExecutionRoleArn": {"Ref": "ExecutionRoleArn"},
                "PrimaryContainer": {"Image": {"Ref": "Image"}, "ModelDataUrl": {"Ref": "ModelDataUrl"}}}},
              "Config": {"Type": "AWS::SageMaker::EndpointConfig", "Properties": {"ProductionVariants": [{"VariantName": "AllTraffic",
                "ModelName": {"Fn::GetAtt": ["Model", "ModelName"]}, "InstanceType": {"Ref": "InstanceType"},
                "InitialInstanceCount": 2, "InitialVariantWeight": 1}]}},
              "Endpoint": {"Type": "AWS::SageMaker::Endpoint", "Properties": {"EndpointName": {"Ref": "EndpointName"},
                "EndpointConfigName": {"Fn::GetAtt": ["Config", "EndpointConfigName"]},
                "DeploymentConfig": {"BlueGreenUpdatePolicy": {"TerminationWaitInSeconds": 60, "TrafficRoutingConfiguration":
                  {"Type": "CANARY", "CanarySize": {"Type": "CAPACITY_PERCENT", "Value": 50}, "WaitIntervalInSeconds": 120}}}}}}}
            """ + "'''";

    private final SplittableRandom random;
    private final List<String> names = new ArrayList<>();
    private int number;
    private boolean racy;

    private Generator(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The whole way of a model, from data to production. */
    static Scenario flow() {
        String steps = "def lint = cfnNag(inputPath: 'templates')\ndef model = " + train("flow", true, 5, GOOD)
                + deploy("flow-qa", "model.modelDataUrl", "")
                + test("flow-qa") + "input message: 'Release?', id: 'Release'\n"
                + deploy("flow-prod", "model.modelDataUrl", "") + test("flow-prod");
        return new Scenario("the flow", onNode(steps), false);
    }

    /** One to four steps by chance, in blocks by chance. */
    static Scenario generated(long seed) {
        var generator = new Generator(seed);
        int count = 1 + generator.random.nextInt(4);
        String steps = String.join(
                "", IntStream.range(0, count).mapToObj(i -> generator.part()).toList());
        return new Scenario(String.join(", ", generator.names), onNode(steps), generator.racy);
    }

    private String part() {
        return switch (random.nextInt(8)) {
            case 0 -> in("stage", "stage('Part " + ++number + "') {\n", step(), "}\n");
            case 1 -> in("script", "script {\n", step(), "}\n");
            case 2 -> in("time-out kept", "timeout(time: 200, unit: 'HOURS') {\n", step(), "}\n");
            case 3 -> parallel();
            case 4 -> bad();
            default -> step();
        };
    }

    private String in(String name, String begin, String body, String end) {
        names.add(name);
        return begin + body + end;
    }

    private String parallel() {
        boolean failFast = random.nextBoolean();
        names.add(failFast ? "parallel, fail fast" : "parallel");
        String first = step();
        String second = random.nextInt(4) == 0 ? bad() : step();
        racy = true;
        return "parallel a" + ++number + ": {\n" + first + "}, b" + number + ": {\n" + second + "}, failFast: "
                + failFast + "\n";
    }

    private String bad() {
        return switch (random.nextInt(4)) {
            case 0 ->
                in(
                        "caught failure",
                        "catchError(buildResult: 'UNSTABLE', stageResult: 'FAILURE', catchInterruptions: false) {\n",
                        train("bad", FAILING),
                        "}\n");
            case 1 -> in("retried failure", "retry(2) {\n", train("again", FAILING), "}\n");
            case 2 -> tooShort();
            default -> train("poor", FAILING);
        };
    }

    /** How far the training gets depends on what AWS does in this time. */
    private String tooShort() {
        racy = true;
        return in("time-out missed", "timeout(time: 40, unit: 'SECONDS') {\n", train("slow", GOOD), "}\n");
    }

    private String step() {
        return switch (random.nextInt(11)) {
            case 10 -> in("tune", "", tune("tuned" + ++number), "");
            case 0 -> train("spot", SPOT);
            case 7 -> train("with fallback", FALLBACK);
            case 8 -> train("left on abort", LEFT);
            case 9 -> in("update by canary", "", endpoint(CANARY, true), "");
            case 1 -> train("unstable", UNSTABLE);
            case 2 -> train("good", GOOD);
            case 3 -> in("deploy and test", "", endpoint("", false), "");
            case 4 -> in("deploy, update and redeploy", "", endpoint("", true), "");
            case 5 -> in("cfnNag", "", "cfnNag(inputPath: 'templates')\n", "");
            default -> in("input", "", "input message: 'Go on?', id: 'Go" + ++number + "'\n", "");
        };
    }

    private String train(String name, String more) {
        boolean fromWorkspace = random.nextBoolean();
        names.add("train " + name + (fromWorkspace ? " from the workspace" : ""));
        return train(name.replace(' ', '-') + ++number, fromWorkspace, 2 + random.nextInt(6), more);
    }

    private static String train(String name, boolean fromWorkspace, int epochs, String more) {
        return "sagemakerTrain(baseJobName: '" + name + "', trainingImage: '" + Ground.IMAGE + "', roleArn: '"
                + Ground.ROLE + "', s3OutputPath: 's3://" + Ground.BUCKET + "/models',"
                + " channels: [channel(channelName: 'train', "
                + (fromWorkspace ? "path: 'train'" : "s3Uri: 's3://" + Ground.BUCKET + "/data/'")
                + ", contentType: 'text/csv')], hyperParameters: [predictor_type: 'multiclass_classifier',"
                + " num_classes: 3, mini_batch_size: 8, epochs: " + epochs + "]" + more + ")\n";
    }

    private static String tune(String name) {
        return train(
                        name,
                        false,
                        2,
                        ", instanceType: 'ml.m5.large', objectiveMetricName: 'train:multiclass_accuracy',"
                                + " parameterRanges: [continuous(name: 'learning_rate', minValue: 0.01, maxValue: 0.5)],"
                                + " maxNumberOfTrainingJobs: 3, maxParallelTrainingJobs: 2")
                .replace("sagemakerTrain(", "sagemakerTune(");
    }

    /** @param more arguments of the first and all later deployments */
    private String endpoint(String more, boolean updated) {
        String name = "endpoint" + ++number;
        String first = "'s3://" + Ground.BUCKET + "/releases/1/model.tar.gz'";
        String second = "'s3://" + Ground.BUCKET + "/releases/2/model.tar.gz'";
        String updates = updated ? deploy(name, second, more) + deploy(name, second, more) : "";
        return deploy(name, first, more) + updates + test(name);
    }

    private static String deploy(String endpoint, String model, String more) {
        return "deploySageMakerEndpoint(stackName: '" + endpoint + "', endpointName: '" + endpoint
                + "', modelDataUrl: " + model + ", image: '" + Ground.IMAGE + "', executionRoleArn: '" + Ground.ROLE
                + "', instanceType: 'ml.m5.large'" + more + ")\n";
    }

    private static String test(String endpoint) {
        return "invokeEndpointTest(endpointName: '" + endpoint
                + "', dataset: 'unseen.csv', metricThresholds: ['accuracy >= 0.5'])\n";
    }

    /** Steps in a workspace with data. */
    private static String onNode(String steps) {
        return "node {\nwriteFile file: 'train/data.csv', text: '''" + Ground.clouds(24, 1)
                + "'''\nwriteFile file: 'unseen.csv', text: '''" + Ground.clouds(6, 2)
                + "'''\nwriteFile file: 'templates/topic.yaml', text: 'Resources: {Topic: {Type: \"AWS::SNS::Topic\","
                + " Properties: {KmsMasterKeyId: alias/key}}}'\n" + steps + "}\n";
    }
}
