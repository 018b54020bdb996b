package io.jenkins.plugins.sagemaker.jenkins.step;

import java.util.Map;

/** What holds where neither an argument nor the request document says otherwise: one small instance, for a day at most. */
record TrainingDefaults(Map<String, Object> resources, Map<String, Object> stopping) {

    static final String INSTANCE_TYPE = "ml.m5.large";
    static final int INSTANCE_COUNT = 1;

    /** Of each instance, for data, model and container. */
    static final int VOLUME_SIZE_IN_GB = 30;

    static final int MAX_RUNTIME_IN_SECONDS = 86_400;

    /** @param type null if not given, as the others */
    void instances(String type, Integer count, Integer volumeSizeInGB) {
        // Groups have types and counts of their own.
        boolean grouped = resources.containsKey("InstanceGroups");
        put(resources, "InstanceType", type, grouped ? null : INSTANCE_TYPE);
        put(resources, "InstanceCount", count, grouped ? null : (Integer) INSTANCE_COUNT);
        put(resources, "VolumeSizeInGB", volumeSizeInGB, VOLUME_SIZE_IN_GB);
    }

    void maxRuntime(Integer seconds) {
        put(stopping, "MaxRuntimeInSeconds", seconds, MAX_RUNTIME_IN_SECONDS);
    }

    private static void put(Map<String, Object> document, String member, Object given, Object otherwise) {
        if (given != null) {
            document.put(member, given);
        } else if (otherwise != null) {
            document.putIfAbsent(member, otherwise);
        }
    }
}
