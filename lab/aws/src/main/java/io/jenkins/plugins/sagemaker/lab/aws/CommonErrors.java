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
            case REST_XML -> new AwsError(503, "SlowDown", "Too many requests; slow down.");
            case JSON, REST_JSON -> new AwsError(400, "ThrottlingException", "Rate exceeded");
        };
    }

    static AwsError internal(Protocol protocol) {
        return protocol == Protocol.REST_XML
                ? new AwsError(500, "InternalError", "The local AWS met an internal error. Try again.")
                : new AwsError(500, "InternalFailure", "The local AWS met an internal error. Try again.");
    }

    static AwsError expired(Protocol protocol) {
        return switch (protocol) {
            case QUERY -> new AwsError(403, "ExpiredToken", "The security token in the request has expired.");
            case REST_XML -> new AwsError(400, "ExpiredToken", "The security token in the request has expired.");
            case JSON -> new AwsError(400, "ExpiredTokenException", "The security token in the request has expired.");
            case REST_JSON ->
                new AwsError(403, "ExpiredTokenException", "The security token in the request has expired.");
        };
    }

    static AwsError invalidToken(Protocol protocol) {
        String message = "The security token in the request is invalid.";
        return switch (protocol) {
            case QUERY -> new AwsError(403, "InvalidClientTokenId", message);
            case REST_XML -> new AwsError(400, "InvalidToken", message);
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
        String message = "The request carries no credentials.";
        return switch (protocol) {
            case QUERY -> new AwsError(403, "MissingAuthenticationToken", message);
            case REST_XML -> new AwsError(403, "AccessDenied", "Access Denied");
            case JSON, REST_JSON -> new AwsError(403, "MissingAuthenticationTokenException", message);
        };
    }
}
