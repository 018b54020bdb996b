package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

/** The statuses of a resource in a stack, under CloudFormation's names. */
enum ResourceStatus {
    CREATE_IN_PROGRESS,
    CREATE_COMPLETE,
    CREATE_FAILED,
    UPDATE_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_FAILED,
    DELETE_IN_PROGRESS,
    DELETE_COMPLETE,
    DELETE_FAILED,
    DELETE_SKIPPED
}
