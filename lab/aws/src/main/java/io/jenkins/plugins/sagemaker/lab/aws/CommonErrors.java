package io.jenkins.plugins.sagemaker.lab.aws;

import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;

/**
 * The errors that every service of AWS shares, each under the name and status that the service's protocol has for it.
 */
final class CommonErrors {

    private CommonErrors() {}

    static AwsError throttled(Protocol protocol) {
        return switch (protocol) {
            case QUERY -> new AwsError(400, "Throttling", "Rate exceeded");
            case REST_XML -> new AwsError(503, "SlowDown", "Please reduce your request rate.");
            case JSON, REST_JSON -> new AwsError(400, "ThrottlingException", "Rate exceeded");
        };
    }

    static AwsError internal(Protocol protocol) {
        return protocol == Protocol.REST_XML
                ? new AwsError(500, "InternalError", "We encountered an internal error. Please try again.")
                : new AwsError(
                        500,
                        "InternalFailure",
                        "The request processing has failed because of an unknown error, exception or failure.");
    }

    static AwsError expired(Protocol protocol) {
        String message = "The security token included in the request is expired";
        return switch (protocol) {
            case QUERY -> new AwsError(403, "ExpiredToken", message);
            case REST_XML -> new AwsError(400, "ExpiredToken", "The provided token has expired.");
            case JSON -> new AwsError(400, "ExpiredTokenException", message);
            case REST_JSON -> new AwsError(403, "ExpiredTokenException", message);
        };
    }

    static AwsError invalidToken(Protocol protocol) {
        String message = "The security token included in the request is invalid.";
        return switch (protocol) {
            case QUERY -> new AwsError(403, "InvalidClientTokenId", message);
            case REST_XML -> new AwsError(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
            case JSON -> new AwsError(400, "UnrecognizedClientException", message);
            case REST_JSON -> new AwsError(403, "UnrecognizedClientException", message);
        };
    }

    static AwsError accessDenied(Protocol protocol, String operation) {
        String message = "The caller is not authorized to perform " + operation + ".";
        return switch (protocol) {
            case QUERY -> new AwsError(403, "AccessDenied", message);
            case REST_XML -> new AwsError(403, "AccessDenied", "Access Denied");
            case JSON -> new AwsError(400, "AccessDeniedException", message);
            case REST_JSON -> new AwsError(403, "AccessDeniedException", message);
        };
    }

    static AwsError anonymous(Protocol protocol) {
        return switch (protocol) {
            case QUERY -> new AwsError(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            case REST_XML -> new AwsError(403, "AccessDenied", "Access Denied");
            case JSON, REST_JSON ->
                new AwsError(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        };
    }
}
