package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import java.util.Locale;

/**
 * Where a resource lives: names are unique in an account and region.
 *
 * @param account 12-digit account
 * @param region region
 */
record Place(String account, String region) {

    /** The partition of AWS that the region belongs to. */
    private String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** A resource's ARN. SageMaker writes names in lower case there, whatever their own case. */
    String arn(String kind, String name) {
        return "arn:" + partition() + ":sagemaker:" + region + ":" + account + ":" + kind + "/"
                + name.toLowerCase(Locale.ROOT);
    }
}
