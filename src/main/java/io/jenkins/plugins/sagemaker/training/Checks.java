package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;

/**
 * What is looked at before anything is uploaded or asked for.
 *
 * @param inputs whether the data of each channel in S3 is there
 * @param bucketRegion whether the buckets are in the job's region
 * @param role whether the role is one of the account in which the job runs, and SageMaker may assume it
 */
public record Checks(boolean inputs, boolean bucketRegion, boolean role) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final Checks ALL = new Checks(true, true, true);
    public static final Checks NONE = new Checks(false, false, false);
}
