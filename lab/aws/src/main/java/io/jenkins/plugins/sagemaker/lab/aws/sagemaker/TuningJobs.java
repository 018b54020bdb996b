package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The operations on hyperparameter tuning jobs. */
final class TuningJobs {

    private final Shelf<TuningRun> runs = new Shelf<>();
    private final Surroundings surroundings;
    private final TrainingJobs trainingJobs;
    private final Tags tags;

    TuningJobs(Surroundings surroundings, TrainingJobs trainingJobs, Tags tags) {
        this.surroundings = surroundings;
        this.trainingJobs = trainingJobs;
        this.tags = tags;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "CreateHyperParameterTuningJob", this::create,
                "DescribeHyperParameterTuningJob",
                        request -> find(request).job().describe(now()),
                "ListHyperParameterTuningJobs", this::list,
                "StopHyperParameterTuningJob", this::stop,
                "ListTrainingJobsForHyperParameterTuningJob", this::listTrainingJobs);
    }

    private ObjectNode create(Request request) throws AwsError {
        ObjectNode input = request.input();
        List<TuningDefinition> definitions = TuningDefinition.of(input);
        TuningRules.check(input, definitions);
        for (TuningDefinition definition : definitions) {
            checkTraining(request, definition);
        }
        var job = new TuningJob(input, request.place(), parents(request, definitions), now());
        JsonNode config = job.config();
        var random = new Random(
                config.has("RandomSeed")
                        ? config.get("RandomSeed").asLong()
                        : job.name().hashCode());
        List<Tuner> tuners = definitions.stream()
                .map(definition -> Tuner.of(job, definition, random))
                .toList();
        var run = new TuningRun(job, request.call(), tuners, trainingJobs, surroundings.timeline(), random);
        if (!runs.add(request.place(), job.name(), run)) {
            throw new AwsError(
                    400,
                    "ResourceInUse",
                    "Hyperparameter tuning job names must be unique within an AWS account and region, and a hyperparameter"
                            + " tuning job with this name already exists (" + job.arn() + ")");
        }
        tags.create(job.arn(), input.path("Tags"));
        run.begin();
        return JsonNodeFactory.instance.objectNode().put("HyperParameterTuningJobArn", job.arn());
    }

    /** Checks a definition by a training job as it would launch one. */
    private void checkTraining(Request request, TuningDefinition definition) throws AwsError {
        Map<String, String> values = new LinkedHashMap<>();
        for (Dimension dimension : definition.space().dimensions()) {
            values.put(dimension.name(), dimension.valueAt(0));
        }
        var training =
                new Request(request.call(), definition.training("any", values, JsonNodeFactory.instance.missingNode()));
        TrainingRules.check(training);
        if (!trainingJobs.metrics(training).contains(definition.objective().metric())) {
            throw AwsError.validation("A metric is required for this hyperparameter tuning job objective. Provide a"
                    + " metric in the metric definitions.");
        }
    }

    private List<TuningJob> parents(Request request, List<TuningDefinition> definitions) throws AwsError {
        List<TuningJob> parents = new ArrayList<>();
        for (JsonNode given : request.input().at("/WarmStartConfig/ParentHyperParameterTuningJobs")) {
            TuningJob parent = find(
                            request.place(),
                            given.path("HyperParameterTuningJobName").asText())
                    .job();
            if (!parent.isOver()) {
                throw AwsError.validation("The parent hyperparameter tuning job " + parent.name() + " is in status "
                        + parent.status() + ": a parent must be Completed, Stopped or Failed.");
            }
            for (TunedJob one : parent.jobs()) {
                if (definitions.stream()
                        .noneMatch(d -> d.objective().equals(one.definition().objective()))) {
                    throw AwsError.validation("The parent hyperparameter tuning job " + parent.name()
                            + " has another objective metric, "
                            + one.definition().objective().metric() + ".");
                }
            }
            parents.add(parent);
        }
        return parents;
    }

    private ObjectNode list(Request request) throws AwsError {
        return new Listing(byName(request), "HyperParameterTuningJobSummaries", true)
                .page(runs.all(request.place()).map(TuningRun::job));
    }

    private ObjectNode listTrainingJobs(Request request) throws AwsError {
        ObjectNode query = byName(request);
        boolean byObjective = query.get("SortBy").asText().equals("FinalObjectiveMetricValue");
        return new Listing(query, "TrainingJobSummaries", true)
                .page(find(request).job().jobs().stream()
                        .filter(job -> !byObjective || job.objective().isPresent()));
    }

    /** These lists are sorted by name unless another order is asked for. */
    private static ObjectNode byName(Request request) {
        ObjectNode query = request.input().deepCopy();
        return query.has("SortBy") ? query : query.put("SortBy", "Name");
    }

    private ObjectNode stop(Request request) throws AwsError {
        find(request).stop();
        return null;
    }

    private TuningRun find(Request request) throws AwsError {
        return find(request.place(), request.text("HyperParameterTuningJobName"));
    }

    private TuningRun find(Place place, String name) throws AwsError {
        return runs.find(place, name)
                .orElseThrow(() -> new AwsError(
                        400,
                        "ResourceNotFound",
                        "Amazon SageMaker can't find a tuning job with the name " + name + "."));
    }

    private Instant now() {
        return Time.now(surroundings.timeline());
    }
}
