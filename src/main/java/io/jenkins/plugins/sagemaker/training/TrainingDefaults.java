package io.jenkins.plugins.sagemaker.training;

/** What holds where neither an argument nor a request document says otherwise: one small instance, for a day at most. */
public final class TrainingDefaults {

    public static final String INSTANCE_TYPE = "ml.m5.large";
    public static final int INSTANCE_COUNT = 1;

    /** Of each instance, for data, model and container. */
    public static final int VOLUME_SIZE_IN_GB = 30;

    public static final int MAX_RUNTIME_IN_SECONDS = 86_400;

    private TrainingDefaults() {}

    static void fill(RequestDocument document) {
        // SageMaker chooses the machines of a serverless job by itself.
        if (document.get("ServerlessJobConfig") != null) {
            return;
        }
        // Groups have types and counts of their own.
        if (document.get("ResourceConfig.InstanceGroups") == null) {
            document.putIfAbsent("ResourceConfig.InstanceType", INSTANCE_TYPE)
                    .putIfAbsent("ResourceConfig.InstanceCount", INSTANCE_COUNT);
        }
        document.putIfAbsent("ResourceConfig.VolumeSizeInGB", VOLUME_SIZE_IN_GB)
                .putIfAbsent("StoppingCondition.MaxRuntimeInSeconds", MAX_RUNTIME_IN_SECONDS)
                .putIfAbsent("AlgorithmSpecification.TrainingInputMode", "File");
    }
}
