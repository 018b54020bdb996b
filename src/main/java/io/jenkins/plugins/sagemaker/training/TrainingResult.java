package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.InstanceGroup;
import software.amazon.awssdk.services.sagemaker.model.ResourceConfig;

/**
 * What a completed training job has brought.
 *
 * @param modelDataUrl {@code s3://.../model.tar.gz}; null if the job has none
 * @param metrics final value by name
 * @param trainingSeconds from start to end of training
 * @param billableSeconds that AWS charges, of each instance
 * @param statusHistory the secondary statuses in their order
 */
public record TrainingResult(
        String trainingJobName,
        String trainingJobArn,
        String status,
        String secondaryStatus,
        String modelDataUrl,
        Map<String, Double> metrics,
        long trainingSeconds,
        long billableSeconds,
        String instanceType,
        int instanceCount,
        List<String> statusHistory,
        String consoleUrl,
        String logUrl)
        implements Serializable {

    static TrainingResult of(DescribeTrainingJobResponse job, String consoleUrl, String logUrl) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        job.finalMetricDataList().forEach(m -> metrics.put(m.metricName(), shortest(m.value())));
        return new TrainingResult(
                job.trainingJobName(),
                job.trainingJobArn(),
                job.trainingJobStatusAsString(),
                job.secondaryStatusAsString(),
                job.modelArtifacts() == null ? null : job.modelArtifacts().s3ModelArtifacts(),
                metrics,
                job.trainingTimeInSeconds() == null ? 0 : job.trainingTimeInSeconds(),
                job.billableTimeInSeconds() == null ? 0 : job.billableTimeInSeconds(),
                instanceType(job.resourceConfig()),
                instanceCount(job.resourceConfig()),
                job.secondaryStatusTransitions().stream()
                        .map(t -> t.statusAsString())
                        .toList(),
                consoleUrl,
                logUrl);
    }

    /** A heterogeneous cluster has groups of instances, each with its own type. */
    private static String instanceType(ResourceConfig resources) {
        return resources.hasInstanceGroups()
                ? resources.instanceGroups().stream()
                        .map(InstanceGroup::instanceTypeAsString)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : resources.instanceTypeAsString();
    }

    private static int instanceCount(ResourceConfig resources) {
        if (resources.hasInstanceGroups()) {
            return resources.instanceGroups().stream()
                    .mapToInt(InstanceGroup::instanceCount)
                    .sum();
        }
        return resources.instanceCount() == null ? 1 : resources.instanceCount();
    }

    /** SageMaker's metrics are of single precision: 0.97 shall not become 0.9700000286102295. */
    private static double shortest(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
