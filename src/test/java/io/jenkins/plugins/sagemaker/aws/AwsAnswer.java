package io.jenkins.plugins.sagemaker.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Errors as the SDK makes them of AWS's answers. */
public final class AwsAnswer {

    private AwsAnswer() {}

    public static AwsServiceException error(int status, String code, String message) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(status)
                .requestId("request-1")
                .build();
    }
}
