package io.jenkins.plugins.sagemaker.training;

import com.fasterxml.jackson.databind.node.TextNode;

/** The hyperparameters by which containers with SageMaker's training toolkit find a user's program; the toolkit reads their values as JSON. */
final class ScriptMode {

    /** Where the code is kept among what is staged; no channel can have this name. */
    static final String STAGED = "source code";

    private static final String PARAMETERS = "HyperParameters.";
    private static final String SUBMIT_DIRECTORY = PARAMETERS + "sagemaker_submit_directory";

    /** Python's level INFO. */
    private static final String LOG_LEVEL = "20";

    private ScriptMode() {}

    static void describe(SourceCode code, Prepared prepared, String region, RequestDocument whole) {
        String archive = code.isInS3()
                ? code.sourceDir()
                : prepared.staged().getOrDefault(STAGED, "s3://not-staged-yet/" + SourceCode.ARCHIVE);
        whole.put(PARAMETERS + "sagemaker_program", json(code.program()))
                .put(SUBMIT_DIRECTORY, json(archive))
                .putIfAbsent(PARAMETERS + "sagemaker_container_log_level", LOG_LEVEL)
                .putIfAbsent(PARAMETERS + "sagemaker_region", json(region));
    }

    /** Some programs write the job's name into what they make. */
    static void nameJob(RequestDocument whole, String jobName) {
        if (whole.get(SUBMIT_DIRECTORY) != null) {
            whole.putIfAbsent(PARAMETERS + "sagemaker_job_name", json(jobName));
        }
    }

    private static String json(String text) {
        return TextNode.valueOf(text).toString();
    }
}
