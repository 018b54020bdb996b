package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithm;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithms;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ImageUri;
import io.jenkins.plugins.sagemaker.lab.aws.learner.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations on training jobs. */
final class TrainingJobs {

    private final Shelf<TrainingRun> runs = new Shelf<>();
    private final Surroundings surroundings;
    private final Algorithms algorithms;
    private final Tags tags;

    TrainingJobs(Surroundings surroundings, Algorithms algorithms, Tags tags) {
        this.surroundings = surroundings;
        this.algorithms = algorithms;
        this.tags = tags;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "CreateTrainingJob", this::create,
                "DescribeTrainingJob", request -> find(request).job().describe(),
                "ListTrainingJobs", this::list,
                "StopTrainingJob", this::stop);
    }

    private ObjectNode create(Request request) throws AwsError {
        return JsonNodeFactory.instance
                .objectNode()
                .put("TrainingJobArn", start(request).job().arn());
    }

    /** Checks a request for a training job and begins with it. */
    TrainingRun start(Request request) throws AwsError {
        TrainingRules.check(request);
        ObjectNode input = request.input();
        Algorithm algorithm = algorithm(input);
        var metrics = new FinalMetrics(metricDefinitions(request, algorithm));
        var job = new TrainingJob(input, request.place(), metrics, Time.now(surroundings.timeline()));
        if (runs.find(request.place(), job.name()).isPresent()) {
            throw nameTaken(job);
        }
        checkQuota(job);
        var run = new TrainingRun(job, algorithm, surroundings);
        if (!runs.add(request.place(), job.name(), run)) {
            throw nameTaken(job);
        }
        tags.create(job.arn(), input.path("Tags"));
        run.begin();
        return run;
    }

    /** The names of the metrics that a job of this request would have. */
    List<String> metrics(Request request) {
        return metricDefinitions(request, algorithm(request.input())).stream()
                .map(MetricDefinition::name)
                .toList();
    }

    /** What trains; null if the image is not known. */
    private Algorithm algorithm(ObjectNode input) {
        JsonNode specification = input.get("AlgorithmSpecification");
        boolean bringsProgram = specification.path("ContainerEntrypoint").size() > 0
                || input.path("HyperParameters").has("sagemaker_program")
                || input.path("Environment").has("SAGEMAKER_PROGRAM");
        return algorithms
                .training(specification.path("TrainingImage").asText(), bringsProgram)
                .orElse(null);
    }

    private static AwsError nameTaken(TrainingJob job) {
        return new AwsError(
                400,
                "ResourceInUse",
                "Training job names must be unique within an AWS account and region, and a training job with this name"
                        + " already exists (" + job.arn() + ")");
    }

    /** A quota counts instances of a type, apart for spot capacity; that of a new account is 0 for most types. */
    private void checkQuota(TrainingJob job) throws AwsError {
        for (String type : job.instanceTypes()) {
            if (surroundings.faults().chance(FaultSource.QUOTA, type)) {
                throw TrainingRules.limitExceeded(
                        type + " for " + (job.isSpot() ? "spot " : "") + "training job usage",
                        0,
                        TrainingRules.instanceCount(job.request().get("ResourceConfig")));
            }
        }
    }

    /**
     * The request's own definitions; for an algorithm of SageMaker's that algorithm's, which are then shown to the
     * caller.
     */
    private static List<MetricDefinition> metricDefinitions(Request request, Algorithm algorithm) {
        ObjectNode specification = (ObjectNode) request.input().get("AlgorithmSpecification");
        List<MetricDefinition> definitions = new ArrayList<>();
        specification
                .path("MetricDefinitions")
                .forEach(metric -> definitions.add(MetricDefinition.of(
                        metric.get("Name").asText(), metric.get("Regex").asText())));
        ImageUri image = ImageUri.parse(specification.get("TrainingImage").asText());
        if (algorithm != null && definitions.isEmpty()) {
            definitions.addAll(algorithm.metricDefinitions());
            if (TrainingRules.isFirstParty(image, request.call().account())) {
                var shown = specification.putArray("MetricDefinitions");
                definitions.forEach(metric -> shown.addObject()
                        .put("Name", metric.name())
                        .put("Regex", metric.regex().pattern()));
            }
        }
        return definitions;
    }

    private ObjectNode list(Request request) throws AwsError {
        return new Listing(request.input(), "TrainingJobSummaries", true)
                .page(runs.all(request.place()).map(TrainingRun::job));
    }

    private ObjectNode stop(Request request) throws AwsError {
        find(request).stop();
        return null;
    }

    private TrainingRun find(Request request) throws AwsError {
        return runs.find(request.place(), request.text("TrainingJobName"))
                .orElseThrow(() -> AwsError.validation("Requested resource not found."));
    }
}
