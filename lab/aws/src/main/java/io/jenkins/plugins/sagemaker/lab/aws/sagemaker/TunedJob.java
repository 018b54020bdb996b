package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A training job as a tuning job sees it.
 *
 * @param tuningJob name of the tuning job that has launched it
 * @param run the training job
 * @param tuned the hyperparameters that were chosen for it
 */
record TunedJob(String tuningJob, TuningDefinition definition, TrainingRun run, Map<String, String> tuned)
        implements Listed {

    private static final List<String> SAME_AS_DESCRIBED = List.of(
            "TrainingJobName",
            "TrainingJobArn",
            "CreationTime",
            "TrainingStartTime",
            "TrainingEndTime",
            "TrainingJobStatus",
            "FailureReason");

    @Override
    public String name() {
        return run.job().name();
    }

    @Override
    public Instant created() {
        return run.job().created();
    }

    @Override
    public Instant modified() {
        return run.job().modified();
    }

    @Override
    public String status() {
        return run.job().status();
    }

    boolean isOver() {
        return !status().equals(TrainingJob.IN_PROGRESS) && !status().equals(TrainingJob.STOPPING);
    }

    boolean hasFailed() {
        return status().equals("Failed");
    }

    /** The objective's values of a job that has not failed, one for each epoch. */
    List<Double> course() {
        return run.job().metrics().course(definition.objective().metric());
    }

    /** The objective's final value; empty while the job runs, if it has failed, or if it has shown none. */
    OptionalDouble objective() {
        List<Double> course = course();
        return !isOver() || hasFailed() || course.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(course.get(course.size() - 1));
    }

    double score() {
        return definition.objective().score(objective().orElseThrow());
    }

    List<Double> scores() {
        return course().stream().map(definition.objective()::score).toList();
    }

    Trial trial() {
        return new Trial(tuned, score());
    }

    /** The bits of a double sort as it does once those of negative ones are turned round. */
    @Override
    public String rank() {
        if (objective().isEmpty()) {
            return "";
        }
        long bits = Double.doubleToLongBits(objective().getAsDouble());
        return "%016x".formatted(bits ^ (bits >> 63 | Long.MIN_VALUE));
    }

    @Override
    public ObjectNode summary() {
        ObjectNode described = run.job().describe();
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        if (definition.name() != null) {
            summary.put("TrainingJobDefinitionName", definition.name());
        }
        summary.put("TuningJobName", tuningJob);
        SAME_AS_DESCRIBED.stream().filter(described::has).forEach(member -> summary.set(member, described.get(member)));
        tuned.forEach(summary.putObject("TunedHyperParameters")::put);
        objective()
                .ifPresent(value -> summary.putObject("FinalHyperParameterTuningJobObjectiveMetric")
                        .put("Type", definition.objective().maximize() ? "Maximize" : "Minimize")
                        .put("MetricName", definition.objective().metric())
                        .put("Value", value));
        return summary.put("ObjectiveStatus", objectiveStatus());
    }

    String objectiveStatus() {
        return !isOver() ? "Pending" : objective().isPresent() ? "Succeeded" : "Failed";
    }
}
