package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.InstanceGroup;
import software.amazon.awssdk.services.sagemaker.model.ResourceConfig;

/**
 * What a training job has brought.
 *
 * @param modelDataUrl {@code s3://.../model.tar.gz}; null if the job has none
 * @param metrics final value by name
 * @param trainingSeconds from start to end of training
 * @param billableSeconds that AWS charges, of each instance
 * @param trainingInstanceSeconds of all instances together
 * @param billableInstanceSeconds of all instances together: what is paid
 * @param spotSavingPercent how much less is paid than without spot capacity; null if the job did not ask for it
 * @param statusHistory the secondary statuses in their order
 * @param attempts all jobs that were asked for, in their order; the last one is this
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
        long trainingInstanceSeconds,
        long billableInstanceSeconds,
        Integer spotSavingPercent,
        String instanceType,
        int instanceCount,
        List<String> statusHistory,
        List<Attempt> attempts,
        String consoleUrl,
        String logUrl)
        implements Serializable {

    /** Of a job that somebody else has asked for, such as a tuning job. */
    public static TrainingResult of(DescribeTrainingJobResponse job, String region) {
        String name = job.trainingJobName();
        return of(
                job,
                ConsoleLinks.trainingJob(region, name),
                ConsoleLinks.logStreams(region, JobLog.GROUP, name + "/"),
                List.of());
    }

    static TrainingResult of(
            DescribeTrainingJobResponse job, String consoleUrl, String logUrl, List<Attempt> attempts) {
        int instances = instanceCount(job.resourceConfig());
        long training = seconds(job.trainingTimeInSeconds());
        long billable = seconds(job.billableTimeInSeconds());
        Map<String, Double> metrics = new LinkedHashMap<>();
        job.finalMetricDataList().forEach(m -> metrics.put(m.metricName(), shortest(m.value())));
        return new TrainingResult(
                job.trainingJobName(),
                job.trainingJobArn(),
                job.trainingJobStatusAsString(),
                job.secondaryStatusAsString(),
                job.modelArtifacts() == null ? null : job.modelArtifacts().s3ModelArtifacts(),
                metrics,
                training,
                billable,
                training * instances,
                billable * instances,
                spotSaving(job, training, billable),
                instanceType(job.resourceConfig()),
                instances,
                job.secondaryStatusTransitions().stream()
                        .map(t -> t.statusAsString())
                        .toList(),
                List.copyOf(attempts),
                consoleUrl,
                logUrl);
    }

    private static long seconds(Integer value) {
        return value == null ? 0 : value;
    }

    /** As SageMaker's console reckons it. */
    private static Integer spotSaving(DescribeTrainingJobResponse job, long training, long billable) {
        return !Boolean.TRUE.equals(job.enableManagedSpotTraining()) || training == 0
                ? null
                : (int) Math.round(100.0 * (training - billable) / training);
    }

    /** A heterogeneous cluster has groups of instances, each with its own type. */
    private static String instanceType(ResourceConfig resources) {
        if (resources == null) {
            return null;
        }
        return resources.hasInstanceGroups()
                ? resources.instanceGroups().stream()
                        .map(InstanceGroup::instanceTypeAsString)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : resources.instanceTypeAsString();
    }

    private static int instanceCount(ResourceConfig resources) {
        if (resources == null) {
            return 1;
        }
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
