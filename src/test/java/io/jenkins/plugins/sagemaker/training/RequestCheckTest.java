package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS would refuse is told before AWS is asked, all of it at once. */
class RequestCheckTest {

    private static RequestDocument document() {
        var document = RequestDocument.of(Definitions.document()).put("TrainingJobName", "digits-1");
        TrainingDefaults.fill(document);
        return document;
    }

    private static List<String> problems(RequestDocument document) {
        return RequestCheck.job(document.members());
    }

    private static Map<String, Object> entries(int count) {
        Map<String, Object> map = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> map.put("k" + i, "v"));
        return map;
    }

    private static List<Object> times(int count, Map<String, Object> element, String name) {
        List<Object> list = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i ->
                        list.add(RequestDocument.of(element).put(name, "n" + i).members()));
        return list;
    }

    private static final Map<String, Object> CHANNEL = RequestDocument.of(Map.of())
            .put("DataSource.S3DataSource.S3DataType", "S3Prefix")
            .put("DataSource.S3DataSource.S3Uri", "s3://digits/train")
            .members();

    static List<Arguments> edges() {
        return List.of(
                Arguments.of("HyperParameters", entries(100), entries(101)),
                Arguments.of("HyperParameters", Map.of("k".repeat(256), "v"), Map.of("k".repeat(257), "v")),
                Arguments.of("HyperParameters", Map.of("k", "v".repeat(2500)), Map.of("k", "v".repeat(2501))),
                Arguments.of("HyperParameters", Map.of("k", "one line"), Map.of("k", "two\nlines")),
                Arguments.of("Environment", entries(100), entries(101)),
                Arguments.of("Environment", Map.of("A_1", "v".repeat(512)), Map.of("A_1", "v".repeat(513))),
                Arguments.of("Environment", Map.of("_a", "x\ny"), Map.of("1a", "x")),
                Arguments.of("InputDataConfig", times(20, CHANNEL, "ChannelName"), times(21, CHANNEL, "ChannelName")),
                Arguments.of(
                        "AlgorithmSpecification.MetricDefinitions",
                        times(40, Map.of("Regex", "x"), "Name"),
                        times(41, Map.of("Regex", "x"), "Name")),
                Arguments.of(
                        "AlgorithmSpecification.MetricDefinitions",
                        List.of(Map.of("Name", "n".repeat(255), "Regex", "r".repeat(500))),
                        List.of(Map.of("Name", "n", "Regex", "r".repeat(501)))),
                Arguments.of(
                        "AlgorithmSpecification.ContainerArguments",
                        List.of("a".repeat(256)),
                        List.of("a".repeat(257))),
                Arguments.of("Tags", times(50, Map.of("Value", "v"), "Key"), times(51, Map.of("Value", "v"), "Key")),
                Arguments.of("ResourceConfig.VolumeSizeInGB", 16384, 16385),
                Arguments.of("ResourceConfig.VolumeSizeInGB", 1, 0),
                Arguments.of("ResourceConfig.InstanceCount", 1, 0),
                Arguments.of("ResourceConfig.InstanceType", "ml.trn1.32xlarge", "m5.large"),
                Arguments.of("ResourceConfig.KeepAlivePeriodInSeconds", 21600, 21601),
                Arguments.of("StoppingCondition.MaxRuntimeInSeconds", 2_419_200, 2_419_201),
                Arguments.of("RetryStrategy.MaximumRetryAttempts", 30, 31),
                Arguments.of("RetryStrategy.MaximumRetryAttempts", 1, 0),
                Arguments.of("OutputDataConfig.KmsKeyId", "alias/a_b", "a b"),
                Arguments.of(
                        "OutputDataConfig.S3OutputPath", "s3://b/" + "k".repeat(1017), "s3://b/" + "k".repeat(1018)),
                Arguments.of("CheckpointConfig.S3Uri", "s3://b", "b/checkpoints"),
                Arguments.of("AlgorithmSpecification.TrainingInputMode", "FastFile", "file"),
                Arguments.of("RoleArn", "arn:aws-us-gov:iam::123456789012:role/a/b", "trainer-role-of-the-team"),
                Arguments.of("TrainingJobName", "a".repeat(63), "a".repeat(64)),
                Arguments.of("TrainingJobName", "a-1", "a-"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void theLastValueThatIsTakenIsNoProblemAndTheNextOneIs(String place, Object good, Object bad) {
        assertThat(problems(document().put(place, good))).isEmpty();
        assertThat(problems(document().put(place, bad)))
                .singleElement()
                .asString()
                .contains(place)
                .endsWith(".")
                .hasSizeLessThan(1300);
    }

    @ParameterizedTest
    @CsvSource({"16, 5, 0", "17, 5, 1", "16, 6, 1", "17, 6, 2", "0, 0, 2"})
    void aVpcHasSomeSubnetsAndSecurityGroups(int subnets, int groups, int count) {
        var document = document()
                .put(
                        "VpcConfig.Subnets",
                        IntStream.range(0, subnets).mapToObj(i -> "subnet-" + i).toList())
                .put(
                        "VpcConfig.SecurityGroupIds",
                        IntStream.range(0, groups).mapToObj(i -> "sg-" + i).toList());

        assertThat(problems(document)).hasSize(count);
    }

    static List<Arguments> contradictions() {
        return List.of(
                Arguments.of(
                        Map.of("EnableManagedSpotTraining", true),
                        "enableManagedSpotTraining wants maxWaitTimeInSeconds, for waiting and training together: give at"
                                + " least maxRuntimeInSeconds, 86400."),
                Arguments.of(
                        Map.of("EnableManagedSpotTraining", true, "StoppingCondition.MaxWaitTimeInSeconds", 86_399),
                        "maxWaitTimeInSeconds is 86399, which is less than maxRuntimeInSeconds, 86400: it is for waiting and"
                                + " training together, so make it at least as long."),
                Arguments.of(
                        Map.of("StoppingCondition.MaxWaitTimeInSeconds", 90_000),
                        "maxWaitTimeInSeconds is only for spot capacity: leave it out, or set enableManagedSpotTraining."),
                Arguments.of(
                        Map.of("AlgorithmSpecification.AlgorithmName", "mine"),
                        "There are both a training image and an algorithmName: give one of them."),
                Arguments.of(
                        Map.of("CheckpointConfig.LocalPath", "/opt/ml/checkpoints"),
                        "checkpointS3Uri (CheckpointConfig.S3Uri) is missing."),
                Arguments.of(
                        Map.of("Tags", List.of(Map.of("Key", "aws:x", "Value", "y"))),
                        "The tag aws:x begins with aws:, which AWS keeps for itself: rename it."),
                Arguments.of(
                        Map.of(
                                "InputDataConfig",
                                List.of(
                                        RequestDocument.of(CHANNEL)
                                                .put("ChannelName", "a")
                                                .members(),
                                        RequestDocument.of(CHANNEL)
                                                .put("ChannelName", "a")
                                                .members())),
                        "There are two channels a: give each its own channelName."),
                Arguments.of(
                        Map.of(
                                "InputDataConfig",
                                List.of(RequestDocument.of(CHANNEL)
                                        .put("ChannelName", "a")
                                        .put("DataSource.S3DataSource.InstanceGroupNames", List.of("gpu"))
                                        .members())),
                        "The channel a is for the instance group gpu, but there is no such group: give its instanceGroupName"
                                + " in instanceGroups."));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsItselfIsToldInASentence(Map<String, Object> members, String sentence) {
        var document = document();
        members.forEach(document::put);

        assertThat(problems(document)).containsExactly(sentence);
    }

    @Test
    void allProblemsStandInOneMessage() {
        var document = document()
                .put("TrainingJobName", "a_b")
                .put("ResourceConfig.InstanceCount", 0)
                .put("HyperParameters", Map.of("text", "x".repeat(3000)));
        document.members().remove("RoleArn");

        assertThat(RequestCheck.message(problems(document))).isEqualTo("""
                        4 things must be changed before AWS can be asked for this:
                          - trainingJobName (TrainingJobName) is 'a_b', but must be letters, digits and hyphens, with a letter or digit at both ends.
                          - hyperParameters.text (HyperParameters.text) has 3000 characters, but must have at most 2500.
                          - roleArn (RoleArn) is missing.
                          - instanceCount (ResourceConfig.InstanceCount) is 0, but must be at least 1.""");
    }

    @Test
    void aValueThatMayBeSecretIsNotRepeated() {
        assertThat(problems(document().put("HyperParameters", Map.of("password", "hush\nhush"))))
                .containsExactly("hyperParameters.password (HyperParameters.password) must have no line breaks.");
    }

    @Test
    void theDefinitionOfATuningNeedsNoName() {
        var document = document();
        document.members().remove("TrainingJobName");

        assertThat(RequestCheck.definition(document.members())).isEmpty();
        assertThat(problems(document)).containsExactly("trainingJobName (TrainingJobName) is missing.");
    }
}
