package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** An endpoint as {@code DescribeEndpoint} shows it, and the deployment that answers its requests. */
final class Endpoint implements Listed {

    static final String CREATING = "Creating";
    static final String IN_SERVICE = "InService";
    static final String UPDATING = "Updating";
    static final String ROLLING_BACK = "RollingBack";
    static final String DELETING = "Deleting";
    static final String FAILED = "Failed";

    private final String name;
    private final Place place;
    private final Instant created;
    private StoredResource config;
    private String status = CREATING;
    private Instant modified;
    private String failureReason;
    private JsonNode lastDeployment;
    private StoredResource pending;
    private Instant pendingSince;
    private volatile Deployment serving;

    Endpoint(String name, Place place, StoredResource config, Instant created) {
        this.name = name;
        this.place = place;
        this.config = config;
        this.created = created;
        this.modified = created;
    }

    @Override
    public String name() {
        return name;
    }

    Place place() {
        return place;
    }

    String arn() {
        return place.arn("endpoint", name);
    }

    @Override
    public Instant created() {
        return created;
    }

    @Override
    public synchronized Instant modified() {
        return modified;
    }

    @Override
    public synchronized String status() {
        return status;
    }

    /** What answers requests; empty before the first deployment is up and after the endpoint is deleted. */
    Optional<Deployment> serving() {
        return Optional.ofNullable(serving);
    }

    /** Changes the status if it is the expected one; whether it was. */
    synchronized boolean enter(String expected, String next, Instant now) {
        if (!status.equals(expected)) {
            return false;
        }
        status = next;
        modified = now;
        return true;
    }

    /** A deployment begins beside the one that serves. */
    synchronized void begin(StoredResource next, JsonNode deploymentConfig, Instant now) {
        pending = next;
        pendingSince = now;
        lastDeployment = deploymentConfig;
        failureReason = null;
        modified = now;
    }

    /** A deployment takes over the traffic. */
    synchronized void serve(Deployment deployment, Instant now) {
        serving = deployment;
        config = deployment.config();
        pending = null;
        status = IN_SERVICE;
        modified = now;
    }

    /** The deployment has been given up. */
    synchronized void giveUp(String newStatus, String reason, Instant now) {
        pending = null;
        status = newStatus;
        failureReason = reason;
        modified = now;
    }

    /** Answers no more requests. */
    synchronized void delete(Instant now) {
        status = DELETING;
        serving = null;
        modified = now;
    }

    @Override
    public synchronized ObjectNode summary() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("EndpointName", name)
                .put("EndpointArn", arn())
                .put("CreationTime", Time.json(created))
                .put("LastModifiedTime", Time.json(modified))
                .put("EndpointStatus", status);
    }

    synchronized ObjectNode describe() {
        ObjectNode answer = summary();
        answer.put("EndpointConfigName", config.name());
        if (failureReason != null) {
            answer.put("FailureReason", failureReason);
        }
        Deployment deployment = serving;
        if (deployment != null) {
            ArrayNode variants = answer.putArray("ProductionVariants");
            deployment.variants().forEach(variant -> variants.add(variant.describe()));
        }
        for (String member : new String[] {"AsyncInferenceConfig", "ExplainerConfig"}) {
            if (config.input().has(member)) {
                answer.set(member, config.input().get(member));
            }
        }
        if (config.input().has("DataCaptureConfig")) {
            answer.set("DataCaptureConfig", dataCapture(config.input().get("DataCaptureConfig")));
        }
        if (lastDeployment != null) {
            answer.set("LastDeploymentConfig", lastDeployment);
        }
        if (pending != null) {
            answer.set("PendingDeploymentSummary", pendingSummary(pending, pendingSince));
        }
        return answer;
    }

    private static ObjectNode dataCapture(JsonNode configuration) {
        boolean enabled = configuration.path("EnableCapture").asBoolean();
        return JsonNodeFactory.instance
                .objectNode()
                .put("EnableCapture", enabled)
                .put("CaptureStatus", enabled ? "Started" : "Stopped")
                .put(
                        "CurrentSamplingPercentage",
                        configuration.get("InitialSamplingPercentage").asInt())
                .put("DestinationS3Uri", configuration.get("DestinationS3Uri").asText())
                .put("KmsKeyId", configuration.path("KmsKeyId").asText(""));
    }

    private static ObjectNode pendingSummary(StoredResource pending, Instant since) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("EndpointConfigName", pending.name());
        summary.put("StartTime", Time.json(since));
        ArrayNode variants = summary.putArray("ProductionVariants");
        for (JsonNode definition : pending.input().get("ProductionVariants")) {
            ObjectNode variant = variants.addObject();
            variant.put("VariantName", definition.get("VariantName").asText());
            variant.put("DesiredWeight", definition.get("InitialVariantWeight").asDouble());
            if (definition.has("InstanceType")) {
                variant.put("InstanceType", definition.get("InstanceType").asText());
                variant.put("CurrentInstanceCount", 0);
                variant.put(
                        "DesiredInstanceCount",
                        definition.get("InitialInstanceCount").asInt());
            }
        }
        return summary;
    }
}
