package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

/**
 * How a training job ends.
 *
 * @param status its final status
 * @param secondary its final secondary status
 * @param message what is said of that
 * @param reason why it failed; null if it has not
 */
record Ending(String status, String secondary, String message, String reason) {

    static final Ending COMPLETED = new Ending("Completed", "Completed", "Training job completed", null);
    static final Ending STOPPED = new Ending("Stopped", "Stopped", "Training job stopped", null);
    static final Ending MAX_RUNTIME = new Ending(
            "Stopped", "MaxRuntimeExceeded", "Training job runtime exceeded MaxRuntimeInSeconds provided", null);
    static final Ending MAX_WAIT = new Ending(
            "Stopped", "MaxWaitTimeExceeded", "Training job wait time exceeded MaxWaitTimeInSeconds provided", null);
    static final Ending NO_CAPACITY = failed("CapacityError: Unable to provision requested ML compute capacity."
            + " Please retry using a different ML instance type.");
    static final Ending BROKEN = failed("InternalServerError: We encountered an internal error. Please try again.");

    static Ending failed(String reason) {
        return new Ending("Failed", "Failed", "Training job failed", reason);
    }
}
