package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingRulesTest {

    private final SageMakerLab lab = new SageMakerLab();

    private AbstractThrowableAssert<?, ? extends Throwable> refused(ObjectNode request, String code) {
        return assertThatThrownBy(() -> lab.tryCall("CreateTrainingJob", request))
                .isInstanceOfSatisfying(AwsError.class, error -> {
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.status()).isEqualTo(400);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TrainingJobName | a_b  | 1 validation error detected: Value 'a_b' at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9]
            TrainingJobName | -a   | Member must satisfy regular expression pattern
            RoleArn         | role | 2 validation errors detected: Value 'role' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20; Value 'role' at 'roleArn'
            """)
    void wordsViolationsAsAwsDoes(String member, String value, String message) {
        refused(SageMakerLab.training("x").put(member, value), "ValidationException")
                .hasMessageContaining(message);
    }

    @Test
    void limitsTheNameTo63Characters() {
        refused(SageMakerLab.training("n".repeat(64)), "ValidationException")
                .hasMessageContaining(
                        "at 'trainingJobName' failed to satisfy constraint: Member must have length less than or equal to 63");
        assertThat(lab.call("CreateTrainingJob", SageMakerLab.training("n".repeat(63)))
                        .get("TrainingJobArn")
                        .asText())
                .endsWith("n".repeat(63));
    }

    @Test
    void namesAllMissingMembersAtOnce() {
        refused(SageMakerLab.json("{}"), "ValidationException")
                .hasMessageStartingWith("6 validation errors detected: ")
                .hasMessageContaining("Value null at 'roleArn' failed to satisfy constraint: Member must not be null")
                .hasMessageContaining("Value null at 'resourceConfig'");
    }

    @Test
    void knowsTheInstanceTypes() {
        ObjectNode request = SageMakerLab.training("x");
        ((ObjectNode) request.get("ResourceConfig")).put("InstanceType", "ml.x9.huge");
        refused(request, "ValidationException")
                .hasMessageStartingWith(
                        "1 validation error detected: Value 'ml.x9.huge' at 'resourceConfig.instanceType'"
                                + " failed to satisfy constraint: Member must satisfy enum value set: [")
                .hasMessageContaining("ml.m5.large, ");
    }

    @Test
    void limitsHyperparameters() {
        ObjectNode many = SageMakerLab.training("x");
        for (int i = 0; i < 100; i++) {
            ((ObjectNode) many.get("HyperParameters")).put("h" + i, "1");
        }
        refused(many, "ValidationException")
                .hasMessageContaining(
                        "at 'hyperParameters' failed to satisfy constraint: Member must have length less than or equal to 100");

        ObjectNode longKey = SageMakerLab.training("x");
        ((ObjectNode) longKey.get("HyperParameters")).put("k".repeat(257), "1");
        refused(longKey, "ValidationException")
                .hasMessageContaining(
                        "Map keys must satisfy constraint: [Member must have length less than or equal to 256]");

        ObjectNode longValue = SageMakerLab.training("x");
        ((ObjectNode) longValue.get("HyperParameters")).put("k", "v".repeat(2501));
        refused(longValue, "ValidationException")
                .hasMessageContaining(
                        "Map value must satisfy constraint: [Member must have length less than or equal to 2500]");
    }

    @Test
    void limitsChannels() {
        ObjectNode request = SageMakerLab.training("x");
        for (int i = 0; i < 19; i++) {
            request.withArray("InputDataConfig").add(SageMakerLab.json(SageMakerLab.channel("c" + i)));
        }
        refused(request, "ValidationException")
                .hasMessageContaining(
                        "at 'inputDataConfig' failed to satisfy constraint: Member must have length less than or equal to 20");

        ObjectNode twice = SageMakerLab.training("x");
        twice.withArray("InputDataConfig").add(SageMakerLab.json(SageMakerLab.channel("train")));
        refused(twice, "ValidationException").hasMessage("Channel name 'train' is used by more than one channel.");

        ObjectNode bad = SageMakerLab.training("x");
        ((ObjectNode) bad.at("/InputDataConfig/1")).put("ChannelName", "a b");
        refused(bad, "ValidationException")
                .hasMessageContaining("Value 'a b' at 'inputDataConfig.2.member.channelName'");
    }

    @Test
    void spotNeedsAWaitAsLongAsTheRun() {
        ObjectNode without = SageMakerLab.training("x").put("EnableManagedSpotTraining", true);
        refused(without, "ValidationException").hasMessageContaining("Invalid MaxWaitTimeInSeconds");

        ObjectNode tooShort = SageMakerLab.training("x").put("EnableManagedSpotTraining", true);
        ((ObjectNode) tooShort.get("StoppingCondition")).put("MaxWaitTimeInSeconds", 3599);
        refused(tooShort, "ValidationException").hasMessageContaining("greater than or equal to MaxRuntimeInSeconds");

        ObjectNode notSpot = SageMakerLab.training("x");
        ((ObjectNode) notSpot.get("StoppingCondition")).put("MaxWaitTimeInSeconds", 3600);
        refused(notSpot, "ValidationException").hasMessageContaining("EnableManagedSpotTraining");
    }

    @Test
    void refusesWrongTypes() {
        ObjectNode request = SageMakerLab.training("x");
        ((ObjectNode) request.get("ResourceConfig")).put("InstanceCount", "one");
        refused(request, "SerializationException").hasMessage("STRING_VALUE can not be converted to an Integer");

        ObjectNode numbers = SageMakerLab.training("x");
        ((ObjectNode) numbers.get("HyperParameters")).put("epochs", 3);
        refused(numbers, "SerializationException").hasMessage("NUMBER_VALUE can not be converted to a String");
    }

    @Test
    void namesAreUnique() {
        lab.call("CreateTrainingJob", SageMakerLab.training("same"));
        refused(SageMakerLab.training("same"), "ResourceInUse")
                .hasMessage(
                        "Training job names must be unique within an AWS account and region, and a training job with"
                                + " this name already exists (arn:aws:sagemaker:eu-west-1:123456789012:training-job/same)");
    }

    @Test
    void aFailedValidationLeavesTheNameFree() {
        ObjectNode request = SageMakerLab.training("again");
        ((ObjectNode) request.get("ResourceConfig")).put("InstanceCount", 21);
        refused(request, "ResourceLimitExceeded")
                .hasMessageContaining("'Number of instances for a training job' is 20");
        lab.call("CreateTrainingJob", SageMakerLab.training("again"));
        assertThat(lab.job("again").get("TrainingJobStatus").asText()).isEqualTo("InProgress");
    }

    @Test
    void builtInAlgorithmsKeepTheirMetrics() {
        ObjectNode request = SageMakerLab.training("x");
        ((ObjectNode) request.get("AlgorithmSpecification"))
                .putArray("MetricDefinitions")
                .addObject()
                .put("Name", "a")
                .put("Regex", "a=(.*)");
        refused(request, "ValidationException")
                .hasMessageStartingWith("You can't override the metric definitions for Amazon SageMaker algorithms.");
    }

    @Test
    void wantsTheImageFromTheJobsRegion() {
        ObjectNode request = SageMakerLab.training("x");
        ((ObjectNode) request.get("AlgorithmSpecification"))
                .put("TrainingImage", "811284229777.dkr.ecr.us-east-1.amazonaws.com/image-classification:1");
        refused(request, "ValidationException").hasMessageContaining("is not in the job's region eu-west-1");
    }

    @Test
    void unknownJobsAndOperations() {
        assertThatThrownBy(() -> lab.tryCall("DescribeTrainingJob", "{\"TrainingJobName\": \"nobody\"}"))
                .hasMessage("Requested resource not found.");
        assertThatThrownBy(() -> lab.tryCall("StopTrainingJob", "{\"TrainingJobName\": \"nobody\"}"))
                .hasMessage("Requested resource not found.");
        assertThatThrownBy(() -> lab.tryCall("CreateSpaceship", "{}"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("UnknownOperationException"));
        assertThatThrownBy(() -> lab.tryCall("ListTrainingJobs", "[]"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("SerializationException"));
    }
}
