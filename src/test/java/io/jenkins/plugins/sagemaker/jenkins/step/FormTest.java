package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the forms of the steps show, and what the Snippet Generator makes of it. */
@WithJenkins
class FormTest {

    static Stream<Step> minimal() {
        return Stream.of(
                new SageMakerTrainStep("arn:aws:iam::123456789012:role/train", "s3://bucket/models"),
                new SageMakerTuneStep("arn:aws:iam::123456789012:role/train", "s3://bucket/models"),
                new CfnNagStep("templates"),
                new DeploySageMakerEndpointStep("stack"),
                new InvokeEndpointTestStep("endpoint"));
    }

    static Stream<Step> complete() {
        return Stream.of(train(), tune(), lint(), deploy(), test());
    }

    private static void common(AwsStep step) {
        step.setRegion("eu-central-1");
        step.setCredentialsId("aws");
        step.setAssumeRoleArn("arn:aws:iam::123456789012:role/ci");
        step.setExternalId("x");
        step.setRoleSessionName("session");
        step.setEndpointUrl("http://127.0.0.1:4566");
        step.setTimeoutMinutes(90);
        step.setOnAbort(OnAbort.LEAVE);
        step.setTags(List.of(new NamedValue("team", "vision"), new NamedValue("cost center", "7")));
    }

    private static Step train() {
        var step = new SageMakerTrainStep("arn:aws:iam::123456789012:role/train", "s3://bucket/models");
        training(step);
        step.setContainerEntrypoint(List.of("python3", "-m", "train"));
        step.setContainerArguments(List.of("--fast", "--log level"));
        step.setTrainingJobName("job");
        step.setLogs(Logs.NONE);
        step.setInstanceTypes(List.of("ml.p4d.24xlarge", "ml.g5.12xlarge"));
        step.setCapacityRetries(3);
        step.setActionIfJobExists("attach");
        step.setTreatStoppedAsSuccess(true);
        step.setWait(false);
        step.setLogLines(500);
        step.setLogTailLines(5);
        return step;
    }

    private static Step tune() {
        var step = new SageMakerTuneStep("arn:aws:iam::123456789012:role/train", "s3://bucket/models");
        training(step);
        step.setTuningJobName("tuning");
        step.setParameterRanges(List.of(
                continuous(),
                new IntegerRange("depth", 2L, 9L),
                new CategoricalRange("optimizer", List.of("sgd", "adam")),
                new AutoRange("momentum", "0.9")));
        step.setAutotune(true);
        step.setStrategy("Hyperband");
        step.setRandomSeed(0);
        step.setHyperbandMinResource(1);
        step.setHyperbandMaxResource(9);
        step.setObjectiveMetricName("validation:loss");
        step.setObjectiveType("Minimize");
        step.setMaxNumberOfTrainingJobs(20);
        step.setMaxParallelTrainingJobs(4);
        step.setMaxTuningRuntimeInSeconds(7200);
        step.setTrainingJobEarlyStoppingType("Auto");
        step.setTargetObjectiveMetricValue(0.0);
        step.setMaxNumberOfTrainingJobsNotImproving(5);
        step.setCompleteOnConvergence(true);
        step.setWarmStartParents(List.of("one", "two"));
        step.setWarmStartType("TransferLearning");
        return step;
    }

    private static ContinuousRange continuous() {
        var range = new ContinuousRange("rate", 0.0001, 0.5);
        range.setScalingType("Logarithmic");
        return range;
    }

    private static void training(JudgedStep step) {
        common(step);
        step.setTrainingImage("image");
        step.setAlgorithm("xgboost:1.7-1");
        step.setAlgorithmName("algorithm");
        step.setBaseJobName("base");
        step.setTrainingInputMode("Pipe");
        step.setHyperParameters(List.of(new NamedValue("epochs", "10"), new NamedValue("text", "two\nlines = \\d")));
        step.setEnvironment(List.of(new NamedValue("A", "")));
        step.setChannels(List.of(channel(), new Channel("validation")));
        step.setS3UploadPath("s3://bucket/data");
        step.setOutputKmsKeyId("key1");
        step.setInstanceType("ml.c5.xlarge");
        step.setInstanceCount(2);
        step.setVolumeSizeInGB(50);
        step.setVolumeKmsKeyId("key2");
        step.setMaxRuntimeInSeconds(3600);
        step.setEnableManagedSpotTraining(true);
        step.setMaxWaitTimeInSeconds(7200);
        step.setCheckpointS3Uri("s3://bucket/checkpoints");
        step.setCheckpointLocalPath("/opt/ml/checkpoints");
        step.setVpcSubnets(List.of("subnet-1", "subnet-2"));
        step.setVpcSecurityGroupIds(List.of("sg-1"));
        step.setKeepAlivePeriodInSeconds(600);
        step.setInstanceGroups(List.of(new InstanceGroup("gpu", "ml.g5.xlarge", 2)));
        step.setMaximumRetryAttempts(3);
        step.setRetryStrategy(new RetryStrategy(4));
        step.setVpcConfig(new VpcConfig(List.of("subnet-1"), List.of("sg-1")));
        step.setCheckpointConfig(new CheckpointConfig("s3://bucket/checkpoints"));
        step.setRequestFile("request.yaml");
        step.setSourceDir("code");
        step.setEntryPoint("train.py");
        step.setDependencies(List.of("shared", "util.py"));
        var preflight = new Preflight();
        preflight.setRole(false);
        step.setPreflight(preflight);
        step.setEnableNetworkIsolation(true);
        step.setEnableInterContainerTrafficEncryption(true);
        step.setMetricDefinitions(List.of(new MetricDefinition("validation:accuracy", "accuracy=([0-9.]+)")));
        step.setMetricThresholds(List.of("validation:accuracy >= 0.9"));
        step.setThresholdResult("UNSTABLE");
        step.setRequestJson("{\n\"Environment\": {}\n}");
    }

    private static Channel channel() {
        var channel = new Channel("train");
        channel.setS3Uri("s3://bucket/train");
        channel.setPath("train");
        channel.setContentType("text/csv");
        channel.setS3DataType("ManifestFile");
        channel.setS3DataDistributionType("ShardedByS3Key");
        channel.setCompressionType("Gzip");
        channel.setRecordWrapperType("RecordIO");
        channel.setInputMode("Pipe");
        channel.setAttributeNames(List.of("source-ref", "label"));
        channel.setShuffleSeed(7);
        return channel;
    }

    private static Step lint() {
        var step = new CfnNagStep("templates");
        step.setTemplatePattern(".*\\.yaml");
        step.setParameterValuesPath("parameters.json");
        step.setConditionValuesPath("conditions.json");
        step.setProfilePath("profile.txt");
        step.setDenyListPath("deny.yaml");
        step.setAllowSuppression(false);
        step.setIgnoreFatal(true);
        step.setFailOnWarnings(true);
        step.setFailureThreshold(3);
        step.setUnstableThreshold(5);
        step.setAllowEmpty(true);
        step.setJunitReport("nag.xml");
        step.setJsonReport("nag.json");
        step.setSarifReport("nag.sarif");
        step.setStrict(true);
        step.setPacks(List.of("sagemaker"));
        step.setRulesFile("rules.yaml");
        return step;
    }

    private static Step deploy() {
        var step = new DeploySageMakerEndpointStep("stack");
        common(step);
        step.setEndpointName("endpoint");
        step.setTemplateFile("endpoint.yaml");
        step.setTemplate("Resources:\n  A: {}");
        step.setTemplateUrl("https://bucket.s3.amazonaws.com/endpoint.yaml");
        step.setParams(List.of(new NamedValue("InstanceType", "ml.m5.xlarge")));
        step.setParamsFile("parameters.json");
        step.setKeepParams(true);
        step.setCfnRoleArn("arn:aws:iam::123456789012:role/cfn");
        step.setCapabilities(List.of("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"));
        step.setFailOnReplacement(false);
        step.setReviewOnly(true);
        step.setModelDataUrl("s3://bucket/model.tar.gz");
        step.setImage("image");
        step.setExecutionRoleArn("arn:aws:iam::123456789012:role/serve");
        step.setInstanceType("ml.m5.large");
        step.setInitialInstanceCount(2);
        step.setVariantName("AllTraffic");
        step.setKmsKeyId("key");
        step.setVpcSubnets(List.of("subnet-1"));
        step.setVpcSecurityGroupIds(List.of("sg-1", "sg-2"));
        step.setEnableNetworkIsolation(true);
        step.setEnvironmentVariables(List.of(new NamedValue("WORKERS", "2")));
        return step;
    }

    private static Step test() {
        var step = new InvokeEndpointTestStep("endpoint");
        common(step);
        step.setCases(List.of(endpointCase(), new EndpointCase("plain")));
        step.setDataset("test.csv");
        step.setLabelColumn("label");
        step.setLabels(List.of("cat", "dog"));
        step.setAnswerPath("$.predictions");
        step.setContentType("text/csv");
        step.setAccept("application/json");
        step.setMetricThresholds(List.of("accuracy >= 0.9", "auc >= 0.8"));
        step.setRequests(100);
        step.setConcurrency(8);
        step.setWarmupRequests(10);
        step.setMaxErrorRate(0.01);
        step.setLatencyThresholds(List.of("p95 < 200"));
        step.setJunitReport("endpoint.xml");
        step.setFailureResult("UNSTABLE");
        return step;
    }

    private static EndpointCase endpointCase() {
        var one = new EndpointCase("one");
        one.setFile("one.csv");
        one.setBody("1,2\n3,4");
        one.setContentType("text/csv");
        one.setAccept("application/json");
        one.setTargetVariant("B");
        one.setLabel("cat");
        one.setTopK(3);
        one.setContains("score");
        one.setEqualsJson("{\n}");
        one.setTolerance(0.25);
        var check = new JsonPathCheck("$.a");
        check.setOp("<=");
        check.setValue("3");
        check.setTolerance(0.5);
        one.setJsonPaths(List.of(check, new JsonPathCheck("$.b")));
        one.setMin(-1.5);
        one.setMax(2.5);
        one.setMaxLatencyMillis(300);
        one.setStatus(200);
        return one;
    }

    private static UninstantiatedDescribable written(Object o) {
        return DescribableModel.uninstantiate2_(o);
    }

    @ParameterizedTest
    @MethodSource({"minimal", "complete"})
    void aStepComesBackFromItsFormAsItWas(Step step, JenkinsRule r) throws Exception {
        Step after = new StepConfigTester(r).configRoundTrip(step);

        assertThat(after).isNotSameAs(step);
        assertThat(written(after)).isEqualTo(written(step));
    }

    @Test
    void aValueThatIsNotInAListStaysInTheForm(JenkinsRule r) throws Exception {
        var step = new SageMakerTuneStep("arn:aws:iam::123456789012:role/train", "s3://bucket/models");
        var channel = new Channel("train");
        channel.setCompressionType("Zstd");
        channel.setInputMode("FasterFile");
        step.setChannels(List.of(channel));
        var range = new IntegerRange("depth", 2L, 9L);
        range.setScalingType("Cubic");
        step.setParameterRanges(List.of(range));
        step.setTrainingInputMode("FasterFile");
        step.setStrategy("Genetic");
        step.setWarmStartType("Other");

        Step after = new StepConfigTester(r).configRoundTrip(step);

        assertThat(written(after)).isEqualTo(written(step));
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void aSnippetNamesWhatIsRequiredAndNothingElse(Step step, JenkinsRule r) {
        assertThat(written(step).getArguments().keySet())
                .containsExactlyInAnyOrderElementsOf(DescribableModel.of(step.getClass()).getParameters().stream()
                        .filter(DescribableParameter::isRequired)
                        .map(DescribableParameter::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("complete")
    void aSnippetNamesAllThatDiffersFromTheDefaults(Step step, JenkinsRule r) {
        assertThat(written(step).getArguments().keySet())
                .containsExactlyInAnyOrderElementsOf(DescribableModel.of(step.getClass()).getParameters().stream()
                        .map(DescribableParameter::getName)
                        .toList());
    }

    @Test
    void theNestedOnesAreWrittenWithAllTheirArgumentsToo(JenkinsRule r) {
        assertThat(written(channel()).getArguments()).hasSize(11);
        assertThat(written(endpointCase()).getArguments()).hasSize(16);
        assertThat(written(new EndpointCase("plain")).getArguments()).containsOnlyKeys("name");
        assertThat(written(new JsonPathCheck("$.b")).getArguments()).containsOnlyKeys("path");
        assertThat(written(continuous()).getArguments())
                .containsOnlyKeys("name", "minValue", "maxValue", "scalingType");
    }

    @Test
    void whatIsAMapInAPipelineIsWrittenAsOne(JenkinsRule r) {
        Map<String, Object> arguments = new HashMap<>(written(train()).getArguments());

        assertThat(arguments)
                .containsEntry("hyperParameters", Map.of("epochs", "10", "text", "two\nlines = \\d"))
                .containsEntry("environment", Map.of("A", ""))
                .containsEntry("metricDefinitions", Map.of("validation:accuracy", "accuracy=([0-9.]+)"))
                .containsEntry("tags", Map.of("team", "vision", "cost center", "7"));
    }

    @Test
    void aMapOfAPipelineBecomesTextInItsOrder(JenkinsRule r) throws Exception {
        var step = new DescribableModel<>(SageMakerTrainStep.class)
                .instantiate(
                        Map.of("roleArn", "r", "s3OutputPath", "s3://b/o", "hyperParameters", Map.of("epochs", 10)),
                        null);

        assertThat(NamedValue.map("hyperParameters", step.getHyperParameters())).isEqualTo(Map.of("epochs", "10"));
    }

    @Test
    void numbersOfAPipelineBecomeWhatARangeTakes(JenkinsRule r) throws Exception {
        Map<String, Object> rate = Map.of("name", "rate", "minValue", new BigDecimal("0.0001"), "maxValue", 1);
        var step = new DescribableModel<>(SageMakerTuneStep.class)
                .instantiate(
                        Map.of(
                                "roleArn",
                                "r",
                                "s3OutputPath",
                                "s3://b/o",
                                "parameterRanges",
                                List.of(
                                        new UninstantiatedDescribable("continuous", null, rate),
                                        new UninstantiatedDescribable(
                                                "categorical",
                                                null,
                                                Map.of("name", "batch", "values", List.of(16, "32"))))),
                        null);

        assertThat(step.getParameterRanges())
                .extracting(ParameterRange::document)
                .containsExactly(
                        Map.of("Name", "rate", "MinValue", "0.0001", "MaxValue", "1"),
                        Map.of("Name", "batch", "Values", List.of("16", "32")));
    }

    @Test
    void linesOfATextAreEntriesOfAList() {
        var step = new InvokeEndpointTestStep("endpoint");

        step.setLabels(List.of(" cat\r\ndog\n\n", "cow"));
        assertThat(step.getLabels()).containsExactly("cat", "dog", "cow");
        step.setLabels(List.of(""));
        assertThat(step.getLabels()).isNull();
    }
}
