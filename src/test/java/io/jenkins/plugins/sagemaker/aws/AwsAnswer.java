package io.jenkins.plugins.sagemaker.aws;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

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

    /** No answer: the request may have had its effect. */
    public static SdkClientException lost() {
        return SdkClientException.builder()
                .message("Unable to execute HTTP request: the connection was closed")
                .cause(new IOException("closed"))
                .build();
    }
}
