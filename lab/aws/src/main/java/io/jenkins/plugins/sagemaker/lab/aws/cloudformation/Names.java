package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;

/** CloudFormation's rules for names and tokens in requests. */
final class Names {

    private static final int LIMIT = 128;

    private Names() {}

    /** A name for a new stack. */
    static String stack(QueryForm form) throws AwsError {
        return checked("stackName", form.required("StackName"), "[a-zA-Z][-a-zA-Z0-9]*");
    }

    /** The name of a stack, or its ARN. */
    static String stackOrId(QueryForm form) throws AwsError {
        return checked("stackName", form.required("StackName"), "[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*");
    }

    /** A name for a new change set. */
    static String changeSet(QueryForm form) throws AwsError {
        return checked("changeSetName", form.required("ChangeSetName"), "[a-zA-Z][-a-zA-Z0-9]*");
    }

    /** The token of a request, or null. */
    static String token(QueryForm form, String member) throws AwsError {
        String token = form.text(member);
        return token == null || token.isEmpty()
                ? null
                : checked(
                        Character.toLowerCase(member.charAt(0)) + member.substring(1),
                        token,
                        "[a-zA-Z0-9][-a-zA-Z0-9]*");
    }

    private static String checked(String member, String value, String pattern) throws AwsError {
        String prefix =
                "1 validation error detected: Value '" + value + "' at '" + member + "' failed to satisfy constraint: ";
        if (!value.matches(pattern)) {
            throw QueryForm.invalid(prefix + "Member must satisfy regular expression pattern: " + pattern);
        }
        if (value.length() > LIMIT && !value.startsWith("arn:")) {
            throw QueryForm.invalid(prefix + "Member must have length less than or equal to " + LIMIT);
        }
        return value;
    }
}
