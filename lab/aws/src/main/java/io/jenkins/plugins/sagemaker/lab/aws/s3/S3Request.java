package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;

/**
 * A call to S3 with its path taken apart.
 *
 * @param bucket empty if the call is about the account
 * @param key empty if the call is about the bucket
 */
record S3Request(Call call, String bucket, String key) {

    static S3Request of(Call call) {
        String path = call.path().substring(1);
        int slash = path.indexOf('/');
        return slash < 0
                ? new S3Request(call, path, "")
                : new S3Request(call, path.substring(0, slash), path.substring(slash + 1));
    }

    String header(String name) {
        return call.header(name);
    }

    String parameter(String name) {
        return call.parameter(name);
    }

    String parameter(String name, String usual) {
        String value = call.parameter(name);
        return value == null ? usual : value;
    }

    boolean has(String parameter) {
        return call.query().containsKey(parameter);
    }

    /** A whole number from the query, at least 0. */
    int number(String name, int usual) throws AwsError {
        String value = parameter(name);
        if (value == null || value.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw S3Errors.invalidArgument(name, value, "Provided " + name + " not an integer or within integer range");
        }
        throw S3Errors.invalidArgument(name, value, "Argument " + name + " must be an integer not less than 0");
    }
}
