package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import hudson.BulkChange;
import hudson.model.JobProperty;
import hudson.model.ParameterDefinition;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/**
 * Carries {@code options} and {@code parameters} over to the job. What a Jenkinsfile no longer names stays, unlike in Jenkins,
 * which remembers where a setting came from.
 */
final class JobSettings {

    private final WorkflowJob job;
    private final TaskListener listener;

    JobSettings(WorkflowJob job, TaskListener listener) {
        this.job = job;
        this.listener = listener;
    }

    void apply(List<?> properties, List<?> parameters) throws IOException {
        try (BulkChange change = new BulkChange(job)) {
            for (Object property : properties) {
                add(instantiate(JobProperty.class, property));
            }
            if (!parameters.isEmpty()) {
                addParameters(parameters);
            }
            change.commit();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void add(JobProperty property) throws IOException {
        job.removeProperty(property.getClass());
        job.addProperty(property);
    }

    /** Those of the Jenkinsfile replace those of the same names, and come first. */
    private void addParameters(List<?> parameters) throws IOException {
        List<ParameterDefinition> all = new ArrayList<>();
        for (Object parameter : parameters) {
            all.add(instantiate(ParameterDefinition.class, parameter));
        }
        List<String> names = all.stream().map(ParameterDefinition::getName).toList();
        ParametersDefinitionProperty before = job.removeProperty(ParametersDefinitionProperty.class);
        if (before != null) {
            before.getParameterDefinitions().stream()
                    .filter(known -> !names.contains(known.getName()))
                    .forEach(all::add);
        }
        job.addProperty(new ParametersDefinitionProperty(all));
    }

    private <T> T instantiate(Class<T> type, Object described) throws IOException {
        if (!(described instanceof UninstantiatedDescribable symbol)) {
            return type.cast(described);
        }
        try {
            return type.cast(symbol.instantiate((Class) type, listener));
        } catch (Exception e) {
            throw new IOException(
                    "cannot make a " + type.getSimpleName() + " of " + symbol.getSymbol() + ": " + e.getMessage(), e);
        }
    }
}
