package io.jenkins.plugins.sagemaker.lab.aws.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import java.util.regex.Pattern;

/** IAM's refusals, and the checks that lead to them. */
final class IamErrors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");

    private IamErrors() {}

    static AwsError missing(String what) {
        return new AwsError(404, "NoSuchEntity", what + " cannot be found.");
    }

    static AwsError exists(String what) {
        return new AwsError(409, "EntityAlreadyExists", what + " already exists.");
    }

    static AwsError conflict(String what) {
        return new AwsError(409, "DeleteConflict", "Cannot delete entity, " + what);
    }

    /** @param member the API member in lower camel case, for the message */
    static void checkName(String member, String name, int limit) throws AwsError {
        if (name.length() > limit) {
            throw QueryForm.invalid("1 validation error detected: Value '" + name + "' at '" + member
                    + "' failed to satisfy constraint: Member must have length less than or equal to " + limit);
        }
        if (!NAME.matcher(name).matches()) {
            throw QueryForm.invalid("The specified value for " + member
                    + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
        }
    }

    static void checkDocument(String document) throws AwsError {
        try {
            if (!JSON.readTree(document).path("Statement").isContainerNode()) {
                throw new AwsError(400, "MalformedPolicyDocument", "Missing required field Statement");
            }
        } catch (JsonProcessingException e) {
            throw new AwsError(400, "MalformedPolicyDocument", "This policy contains invalid Json");
        }
    }
}
