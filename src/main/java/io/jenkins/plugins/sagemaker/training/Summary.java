package io.jenkins.plugins.sagemaker.training;

import java.util.ArrayList;
import java.util.List;

/** A result in lines for the build log. */
record Summary(TrainingResult result) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean completed = result.status().equals("Completed");
        lines.add("Training job " + result.trainingJobName() + (completed ? " completed" : " was stopped") + " in "
                + result.trainingSeconds() + " s (" + result.billableSeconds() + " s billable"
                + (result.instanceType() == null ? "" : " on " + result.instanceCount() + " x " + result.instanceType())
                + (result.spotSavingPercent() == null
                        ? ""
                        : ", " + result.spotSavingPercent() + " % saved by spot capacity")
                + ")");
        if (!completed) {
            lines.add("  " + result.secondaryStatus()
                    + ": it has left a model, and treatStoppedAsSuccess takes that for a success");
        }
        if (result.attempts().size() > 1) {
            result.attempts()
                    .forEach(a -> lines.add("  tried: " + a.trainingJobName()
                            + (a.instanceType() == null ? "" : " on " + a.instanceType()) + ": " + a.outcome()));
        }
        result.metrics().forEach((name, value) -> lines.add("  " + name + " = " + value));
        if (result.modelDataUrl() != null) {
            lines.add("  model: " + result.modelDataUrl());
        }
        return lines;
    }
}
