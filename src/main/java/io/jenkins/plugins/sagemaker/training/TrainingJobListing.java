package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Listing;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.time.Instant;
import software.amazon.awssdk.services.sagemaker.model.SortBy;
import software.amazon.awssdk.services.sagemaker.model.SortOrder;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/** The training jobs of an account and region, those of others included, as ListTrainingJobs shows them. */
record TrainingJobListing(Aws aws) implements Listing {

    /** As many as the API gives. */
    private static final int PAGE = 100;

    private record Key(Object scope) {}

    @Override
    public Object key() {
        return new Key(aws.scope());
    }

    @Override
    public Object topic() {
        return TrainingJobChanges.topic(aws.region());
    }

    @Override
    public String name() {
        return "training jobs in " + aws.region();
    }

    @Override
    public Page changedSince(Instant since, String token) throws RemoteException, InterruptedException {
        var answer = Aws.call(
                "list " + name(),
                () -> aws.sageMaker()
                        .listTrainingJobs(r ->
                                r.lastModifiedTimeAfter(since).maxResults(PAGE).nextToken(token)));
        return new Page(
                answer.trainingJobSummaries().stream()
                        .map(TrainingJobListing::entry)
                        .toList(),
                answer.nextToken());
    }

    @Override
    public Instant newest() throws RemoteException, InterruptedException {
        var answer = Aws.call(
                "list " + name(),
                () -> aws.sageMaker()
                        .listTrainingJobs(r -> r.sortBy(SortBy.CREATION_TIME)
                                .sortOrder(SortOrder.DESCENDING)
                                .maxResults(1)));
        return answer.trainingJobSummaries().stream()
                .map(TrainingJobSummary::creationTime)
                .findFirst()
                .orElse(null);
    }

    private static Entry entry(TrainingJobSummary job) {
        Instant changed = job.lastModifiedTime() == null ? job.creationTime() : job.lastModifiedTime();
        return TrainingJobChanges.entry(
                job.trainingJobName(), changed, job.trainingJobStatusAsString(), job.secondaryStatusAsString());
    }
}
