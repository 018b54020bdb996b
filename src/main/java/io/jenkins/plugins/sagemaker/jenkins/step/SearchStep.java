package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.tuning.TuningDefaults;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that say how hyperparameters are searched: where, how, for what, and for how long. */
public abstract class SearchStep extends JudgedStep {

    private static final String CONFIG = "HyperParameterTuningJobConfig.";
    private static final String CRITERIA = CONFIG + "TuningJobCompletionCriteria.";

    private List<ParameterRange> parameterRanges;
    private boolean autotune;
    private String strategy;
    private Integer randomSeed;
    private int hyperbandMinResource;
    private int hyperbandMaxResource;
    private String objectiveMetricName;
    private String objectiveType;
    private int maxNumberOfTrainingJobs;
    private Integer maxParallelTrainingJobs;
    private int maxTuningRuntimeInSeconds;
    private String trainingJobEarlyStoppingType;
    private Double targetObjectiveMetricValue;
    private int maxNumberOfTrainingJobsNotImproving;
    private boolean completeOnConvergence;
    private List<String> warmStartParents;
    private String warmStartType;

    SearchStep(String roleArn, String s3OutputPath) {
        super(roleArn, s3OutputPath);
    }

    @CheckForNull
    public List<ParameterRange> getParameterRanges() {
        return parameterRanges;
    }

    @DataBoundSetter
    public void setParameterRanges(List<ParameterRange> parameterRanges) {
        this.parameterRanges = Arguments.given(parameterRanges);
    }

    public boolean isAutotune() {
        return autotune;
    }

    @DataBoundSetter
    public void setAutotune(boolean autotune) {
        this.autotune = autotune;
    }

    public String getStrategy() {
        return Objects.requireNonNullElse(strategy, TuningDefaults.STRATEGY);
    }

    @DataBoundSetter
    public void setStrategy(String strategy) {
        this.strategy = Util.fixEmptyAndTrim(strategy);
    }

    @CheckForNull
    public Integer getRandomSeed() {
        return randomSeed;
    }

    @DataBoundSetter
    public void setRandomSeed(Integer randomSeed) {
        this.randomSeed = randomSeed;
    }

    public int getHyperbandMinResource() {
        return hyperbandMinResource;
    }

    @DataBoundSetter
    public void setHyperbandMinResource(int hyperbandMinResource) {
        this.hyperbandMinResource = hyperbandMinResource;
    }

    public int getHyperbandMaxResource() {
        return hyperbandMaxResource;
    }

    @DataBoundSetter
    public void setHyperbandMaxResource(int hyperbandMaxResource) {
        this.hyperbandMaxResource = hyperbandMaxResource;
    }

    @CheckForNull
    public String getObjectiveMetricName() {
        return objectiveMetricName;
    }

    @DataBoundSetter
    public void setObjectiveMetricName(String objectiveMetricName) {
        this.objectiveMetricName = Util.fixEmptyAndTrim(objectiveMetricName);
    }

    public String getObjectiveType() {
        return Objects.requireNonNullElse(objectiveType, TuningDefaults.OBJECTIVE_TYPE);
    }

    @DataBoundSetter
    public void setObjectiveType(String objectiveType) {
        this.objectiveType = Util.fixEmptyAndTrim(objectiveType);
    }

    public int getMaxNumberOfTrainingJobs() {
        return maxNumberOfTrainingJobs;
    }

    @DataBoundSetter
    public void setMaxNumberOfTrainingJobs(int maxNumberOfTrainingJobs) {
        this.maxNumberOfTrainingJobs = maxNumberOfTrainingJobs;
    }

    public int getMaxParallelTrainingJobs() {
        return Objects.requireNonNullElse(maxParallelTrainingJobs, TuningDefaults.MAX_PARALLEL_TRAINING_JOBS);
    }

    @DataBoundSetter
    public void setMaxParallelTrainingJobs(int maxParallelTrainingJobs) {
        this.maxParallelTrainingJobs = maxParallelTrainingJobs;
    }

    public int getMaxTuningRuntimeInSeconds() {
        return maxTuningRuntimeInSeconds;
    }

    @DataBoundSetter
    public void setMaxTuningRuntimeInSeconds(int maxTuningRuntimeInSeconds) {
        this.maxTuningRuntimeInSeconds = maxTuningRuntimeInSeconds;
    }

    public String getTrainingJobEarlyStoppingType() {
        return Objects.requireNonNullElse(trainingJobEarlyStoppingType, TuningDefaults.EARLY_STOPPING);
    }

    @DataBoundSetter
    public void setTrainingJobEarlyStoppingType(String trainingJobEarlyStoppingType) {
        this.trainingJobEarlyStoppingType = Util.fixEmptyAndTrim(trainingJobEarlyStoppingType);
    }

    @CheckForNull
    public Double getTargetObjectiveMetricValue() {
        return targetObjectiveMetricValue;
    }

    @DataBoundSetter
    public void setTargetObjectiveMetricValue(Double targetObjectiveMetricValue) {
        this.targetObjectiveMetricValue = targetObjectiveMetricValue;
    }

    public int getMaxNumberOfTrainingJobsNotImproving() {
        return maxNumberOfTrainingJobsNotImproving;
    }

    @DataBoundSetter
    public void setMaxNumberOfTrainingJobsNotImproving(int maxNumberOfTrainingJobsNotImproving) {
        this.maxNumberOfTrainingJobsNotImproving = maxNumberOfTrainingJobsNotImproving;
    }

    public boolean isCompleteOnConvergence() {
        return completeOnConvergence;
    }

    @DataBoundSetter
    public void setCompleteOnConvergence(boolean completeOnConvergence) {
        this.completeOnConvergence = completeOnConvergence;
    }

    @CheckForNull
    public List<String> getWarmStartParents() {
        return warmStartParents;
    }

    @DataBoundSetter
    public void setWarmStartParents(List<String> warmStartParents) {
        this.warmStartParents = Arguments.lines(warmStartParents);
    }

    @CheckForNull
    public String getWarmStartType() {
        return warmStartType;
    }

    @DataBoundSetter
    public void setWarmStartType(String warmStartType) {
        this.warmStartType = Util.fixEmptyAndTrim(warmStartType);
    }

    /** Puts what was given into a CreateHyperParameterTuningJob request in the shape of the API. */
    void describeSearch(RequestDocument request) {
        request.putIfGiven(CONFIG + "Strategy", strategy)
                .putIfGiven(CONFIG + "StrategyConfig.HyperbandStrategyConfig.MinResource", given(hyperbandMinResource))
                .putIfGiven(CONFIG + "StrategyConfig.HyperbandStrategyConfig.MaxResource", given(hyperbandMaxResource))
                .putIfGiven(CONFIG + "HyperParameterTuningJobObjective.MetricName", objectiveMetricName)
                .putIfGiven(CONFIG + "HyperParameterTuningJobObjective.Type", objectiveType)
                .putIfGiven(CONFIG + "ResourceLimits.MaxNumberOfTrainingJobs", given(maxNumberOfTrainingJobs))
                .putIfGiven(CONFIG + "ResourceLimits.MaxParallelTrainingJobs", maxParallelTrainingJobs)
                .putIfGiven(CONFIG + "ResourceLimits.MaxRuntimeInSeconds", given(maxTuningRuntimeInSeconds))
                .putIfGiven(CONFIG + "TrainingJobEarlyStoppingType", trainingJobEarlyStoppingType)
                .putIfGiven(CONFIG + "RandomSeed", randomSeed)
                .putIfGiven(CRITERIA + "TargetObjectiveMetricValue", targetObjectiveMetricValue)
                .putIfGiven(
                        CRITERIA + "BestObjectiveNotImproving.MaxNumberOfTrainingJobsNotImproving",
                        given(maxNumberOfTrainingJobsNotImproving))
                .putIfGiven(
                        CRITERIA + "ConvergenceDetected.CompleteOnConvergence",
                        completeOnConvergence ? "Enabled" : null)
                .putIfGiven("Autotune.Mode", autotune ? "Enabled" : null)
                .putIfGiven("WarmStartConfig.WarmStartType", warmStartType);
        ranges().forEach((member, ranges) -> request.put(CONFIG + "ParameterRanges." + member, ranges));
        if (warmStartParents != null) {
            request.put(
                    "WarmStartConfig.ParentHyperParameterTuningJobs",
                    warmStartParents.stream()
                            .map(parent -> Map.of("HyperParameterTuningJobName", parent))
                            .toList());
        }
    }

    private Map<String, List<Map<String, Object>>> ranges() {
        return Stream.ofNullable(parameterRanges)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        ParameterRange::member, Collectors.mapping(ParameterRange::document, Collectors.toList())));
    }

    /** A number whose default of 0 stands for none. */
    private static Integer given(int number) {
        return number == 0 ? null : (Integer) number;
    }
}
