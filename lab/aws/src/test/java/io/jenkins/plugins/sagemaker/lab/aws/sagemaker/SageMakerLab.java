package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithms;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Shapes;
import io.jenkins.plugins.sagemaker.lab.aws.s3.InMemoryObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two services on simulated time with their surroundings, and a bucket with pictures to learn from. */
final class SageMakerLab {

    static final String ACCOUNT = "123456789012";
    static final String REGION = "eu-west-1";
    static final String BUCKET = "lab";
    static final String IMAGE = "685385470294.dkr.ecr.eu-west-1.amazonaws.com/image-classification:1";
    static final String ROLE = "arn:aws:iam::123456789012:role/Training";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PICTURES = 20;

    final SimulatedTime time = new SimulatedTime();
    final InMemoryObjectStore objects = new InMemoryObjectStore(time);

    /** Log lines by group and stream. */
    final Map<String, List<String>> logs = new LinkedHashMap<>();

    /** Replaceable at any time. */
    FaultSource faults = FaultSource.NONE;

    private final Service control;
    private final Service runtime;

    SageMakerLab() {
        this(true);
    }

    SageMakerLab(boolean silentRollback) {
        this(silentRollback, Algorithms.builtIn());
    }

    SageMakerLab(boolean silentRollback, Algorithms algorithms) {
        var surroundings = new Surroundings(
                time,
                call -> {
                    throw new IllegalStateException("SageMaker calls nobody.");
                },
                objects,
                (account, region, group, stream, when, message) -> logs.computeIfAbsent(
                                group + " " + stream, any -> new ArrayList<>())
                        .add(message),
                (kind, subject) -> faults.chance(kind, subject));
        List<Service> services = SageMakerServices.of(surroundings, algorithms, silentRollback);
        control = services.get(0);
        runtime = services.get(1);
        objects.createBucket(ACCOUNT, REGION, BUCKET);
        for (int kind = 0; kind < Shapes.CLASSES; kind++) {
            for (int i = 0; i < PICTURES; i++) {
                objects.put(BUCKET, "data/train/" + kind + "/" + i + ".png", Shapes.png(kind, i), Map.of());
                objects.put(BUCKET, "data/validation/" + kind + "/" + i + ".png", Shapes.png(kind, 900 + i), Map.of());
            }
        }
    }

    /** Calls an operation that is to succeed. */
    JsonNode call(String operation, Object body) {
        try {
            return tryCall(operation, body);
        } catch (AwsError e) {
            throw new AssertionError(e.code() + ": " + e.getMessage(), e);
        }
    }

    /** Calls an operation that may fail. */
    JsonNode tryCall(String operation, Object body) throws AwsError {
        Reply reply = control.handle(Call.json("sagemaker", operation, ACCOUNT, REGION, body.toString()));
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply invoke(String endpoint, String contentType, byte[] body) throws AwsError {
        return invoke(endpoint, body, Map.of("content-type", List.of(contentType)));
    }

    Reply invoke(String endpoint, byte[] body, Map<String, List<String>> headers) throws AwsError {
        return runtime.handle(new Call(
                "sagemaker",
                "",
                ACCOUNT,
                REGION,
                "POST",
                "/endpoints/" + endpoint + "/invocations",
                Map.of(),
                headers,
                body));
    }

    JsonNode job(String name) {
        return call("DescribeTrainingJob", "{\"TrainingJobName\": \"" + name + "\"}");
    }

    JsonNode endpoint(String name) {
        return call("DescribeEndpoint", "{\"EndpointName\": \"" + name + "\"}");
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A training request that succeeds. */
    static ObjectNode training(String name) {
        return json("""
                {
                  "TrainingJobName": "%s",
                  "HyperParameters": {"num_classes": "3", "num_training_samples": "60", "image_shape": "1,12,12", "epochs": "4"},
                  "AlgorithmSpecification": {"TrainingImage": "%s", "TrainingInputMode": "File"},
                  "RoleArn": "%s",
                  "InputDataConfig": [%s, %s],
                  "OutputDataConfig": {"S3OutputPath": "s3://lab/models"},
                  "ResourceConfig": {"InstanceType": "ml.p2.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 10},
                  "StoppingCondition": {"MaxRuntimeInSeconds": 3600}
                }
                """.formatted(name, IMAGE, ROLE, channel("train"), channel("validation")));
    }

    static String channel(String name) {
        return """
                {"ChannelName": "%s", "ContentType": "application/x-image", "DataSource": {"S3DataSource":
                 {"S3DataType": "S3Prefix", "S3Uri": "s3://lab/data/%s", "S3DataDistributionType": "FullyReplicated"}}}
                """.formatted(name, name);
    }

    /** Trains and returns where the model is. */
    String trained(String name) {
        call("CreateTrainingJob", training(name));
        time.advanceSeconds(600);
        return job(name).at("/ModelArtifacts/S3ModelArtifacts").asText();
    }

    /** Makes a model and a configuration of the same name with one variant. */
    void configured(String name, String modelData) {
        call("CreateModel", """
                {"ModelName": "%s", "ExecutionRoleArn": "%s", "PrimaryContainer": {"Image": "%s", "ModelDataUrl": "%s"}}
                """.formatted(name, ROLE, IMAGE, modelData));
        call("CreateEndpointConfig", config(name, name));
    }

    static ObjectNode config(String name, String model) {
        return json("""
                {"EndpointConfigName": "%s", "ProductionVariants": [{"VariantName": "AllTraffic", "ModelName": "%s",
                 "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}]}
                """.formatted(name, model));
    }

    /** Trains, creates an endpoint of this name and waits until it is in service. */
    void deployed(String name) {
        configured(name, trained(name));
        call("CreateEndpoint", names(name, name));
        time.advanceSeconds(600);
    }

    static ObjectNode names(String endpoint, String config) {
        return json("{\"EndpointName\": \"%s\", \"EndpointConfigName\": \"%s\"}".formatted(endpoint, config));
    }

    static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
