package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

/** The statuses of a stack, under CloudFormation's names, without those of imports. */
enum StackStatus {
    REVIEW_IN_PROGRESS,
    CREATE_IN_PROGRESS,
    CREATE_COMPLETE,
    CREATE_FAILED,
    ROLLBACK_IN_PROGRESS,
    ROLLBACK_COMPLETE,
    ROLLBACK_FAILED,
    UPDATE_IN_PROGRESS,
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_FAILED,
    UPDATE_ROLLBACK_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE,
    UPDATE_ROLLBACK_FAILED,
    DELETE_IN_PROGRESS,
    DELETE_COMPLETE,
    DELETE_FAILED;

    /** Whether an update may begin. */
    boolean isUpdatable() {
        return switch (this) {
            case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE, UPDATE_FAILED -> true;
            default -> false;
        };
    }

    /** Whether a deletion may begin: not while an update goes on. */
    boolean isDeletable() {
        return !name().endsWith("IN_PROGRESS") || this == CREATE_IN_PROGRESS || this == REVIEW_IN_PROGRESS;
    }
}
