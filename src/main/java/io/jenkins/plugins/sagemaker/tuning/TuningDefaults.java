package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.training.RequestDocument;

/** What holds where neither an argument nor a request document says otherwise: one training job after the other, the larger the objective the better. */
public final class TuningDefaults {

    public static final String STRATEGY = "Bayesian";
    public static final String OBJECTIVE_TYPE = "Maximize";
    public static final int MAX_PARALLEL_TRAINING_JOBS = 1;
    public static final String EARLY_STOPPING = "Off";

    private static final String CONFIG = "HyperParameterTuningJobConfig.";

    private TuningDefaults() {}

    static void fill(RequestDocument document) {
        document.putIfAbsent(CONFIG + "Strategy", STRATEGY)
                .putIfAbsent(CONFIG + "HyperParameterTuningJobObjective.Type", OBJECTIVE_TYPE)
                .putIfAbsent(CONFIG + "ResourceLimits.MaxParallelTrainingJobs", MAX_PARALLEL_TRAINING_JOBS);
        if (document.get("WarmStartConfig.ParentHyperParameterTuningJobs") != null) {
            document.putIfAbsent("WarmStartConfig.WarmStartType", "IdenticalDataAndAlgorithm");
        }
    }
}
