package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureHintsTest {

    /** Words as SageMaker, Docker, CUDA and Python have them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Could not assume role arn:aws:iam::1:role/train. Please ensure that the role exists | trust policy",
                "User: arn:aws:sts::1:assumed-role/ci is not authorized to perform: iam:PassRole on resource | iam:PassRole for",
                "ClientError: Cannot pull algorithm container. Either the image does not exist or its permissions are incorrect. | cannot be pulled",
                "exec /usr/local/bin/train: exec format error | processor architecture",
                "User is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-central-1:1:key/x | use the KMS key",
                "ClientError: Data download failed: No S3 objects found under S3 URL \"s3://b/train/\" given in input data source | missing or empty",
                "FileNotFoundError: [Errno 2] No such file or directory: '/opt/ml/input/data/validation' | missing or empty",
                "ClientError: Data download failed: Failed to download data. Access Denied (Service: Amazon S3; Status Code: 403) | s3:GetObject",
                "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB | batch",
                "AlgorithmError: , exit code: 137 | ran out of memory",
                "MemoryError: Unable to allocate 93.1 GiB for an array | ran out of memory",
                "OSError: [Errno 28] No space left on device | volumeSizeInGB",
                "ResourceLimitExceeded The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 | Service Quotas",
                "CapacityError: Unable to provision requested ML compute capacity. | instanceTypes",
                "ClientError: There are not enough free addresses in subnet subnet-1 | free IP addresses",
                "ValidationException The subnet ID 'subnet-9' does not exist | belong to one VPC",
                "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: \"https://s3.amazonaws.com/\" | reaches no network",
                "The spot instance was interrupted by EC2 | checkpointS3Uri",
                "ModuleNotFoundError: No module named 'timm' | requirements.txt",
                "AlgorithmError: exec: \"train\": executable file not found in $PATH, exit code: 127 | no program to start",
                "ClientError: There is no program to run: the request has neither a ContainerEntrypoint nor the hyperparameters x and y. | no program to start",
                "ClientError: Invalid value for hyperparameter eta: 7 | does not take",
                "ClientError: Hyperparameter 'epochs': 'ten' is not an integer | does not take",
                "Error in hyperparameter validation: missing required hyperparameter num_classes | does not take",
                "ClientError: Additional hyperparameters are not allowed ('epoch' was unexpected) | hyperparameter",
                "AlgorithmError: ExecuteUserScriptError, exit code: 1 | last lines of its log",
                "InternalServerError: We encountered an internal error. Please try again. | trouble of its own"
            })
    void aKnownCauseHasAdvice(String evidence, String advice) {
        assertThat(FailureHints.of(evidence))
                .hasValueSatisfying(hint -> assertThat(hint).contains(advice));
    }

    @Test
    void anUnknownCauseHasNone() {
        assertThat(FailureHints.of("ClientError: the moon is full")).isEmpty();
        assertThat(FailureHints.of("Training with hyperparameters: {'epochs': 3}"))
                .isEmpty();
    }

    @Test
    void theContainersOwnWordsSayMoreThanThatItHasFailed() {
        assertThat(FailureHints.particular("AlgorithmError: exit code: 1", "RuntimeError: CUDA out of memory"))
                .hasValueSatisfying(hint -> assertThat(hint).contains("GPU"));
        assertThat(FailureHints.particular("AlgorithmError: exit code: 137", "no module named x"))
                .hasValueSatisfying(hint -> assertThat(hint).contains("memory"));
        assertThat(FailureHints.particular("AlgorithmError: exit code: 1", "nothing known"))
                .hasValueSatisfying(hint -> assertThat(hint).contains("last lines"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AlgorithmError: exit code 1 | 1",
                "ClientError: bad, exit code: 2 | 2",
                "AlgorithmError: , exit code: 137 | 137",
                "the container exited with code 3 | 3",
                "CapacityError: none | ''"
            })
    void theExitCodeIsFoundInTheReason(String reason, String code) {
        assertThat(FailureHints.exitCode(reason)).isEqualTo(code);
    }
}
