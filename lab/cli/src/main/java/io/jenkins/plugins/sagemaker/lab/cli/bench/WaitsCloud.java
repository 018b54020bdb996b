package io.jenkins.plugins.sagemaker.lab.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The local AWS of {@code lab/run bench waits}: a process of its own, so that its memory and its work are not taken for the plugin's. Takes
 * commands line by line and answers each with one line; ends with its input.
 */
final class WaitsCloud {

    static final String ACCOUNT = "123456789012";
    static final String REGION = "eu-central-1";
    static final String BUCKET = "bench-waits";
    private static final String QUEUE = "state-changes";
    private static final int PAGE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalAws aws;

    private WaitsCloud(LocalAws aws) {
        this.aws = aws;
    }

    /** @param arguments the speed of time */
    public static void main(String[] arguments) throws IOException, AwsError {
        try (LocalAws aws =
                LocalAws.builder().speed(Double.parseDouble(arguments[0])).start()) {
            aws.objects().createBucket(ACCOUNT, REGION, BUCKET);
            aws.objects().put(BUCKET, "data/train/points.csv", "1,2,3\n".getBytes(StandardCharsets.UTF_8), Map.of());
            var cloud = new WaitsCloud(aws);
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(aws.endpoint());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(cloud.answer(line.split(" ", 2)));
            }
        }
    }

    private String answer(String[] command) throws AwsError, IOException {
        return switch (command[0]) {
            case "now" -> aws.timeline().now().toString();
            case "requests" -> requests();
            case "limits" -> {
                aws.faults(Faults.parse("limits=on"));
                yield "on";
            }
            case "queue" -> queue();
            case "create" -> {
                aws.invoke("sagemaker", "CreateTrainingJob", REGION, command[1]);
                yield "created";
            }
            case "ends" -> JSON.writeValueAsString(ends());
            default -> throw new IllegalArgumentException("There is no command " + command[0] + ".");
        };
    }

    /** Makes a queue that gets every change of a training job. */
    private String queue() throws AwsError {
        String policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"events.amazonaws.com\"},"
                + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}]}";
        ObjectNode queue = JSON.createObjectNode().put("QueueName", QUEUE);
        queue.putObject("Attributes").put("Policy", policy);
        aws.invoke("sqs", "CreateQueue", REGION, queue.toString());
        ObjectNode rule = JSON.createObjectNode().put("Name", QUEUE);
        rule.put("EventPattern", "{\"detail-type\":[\"SageMaker Training Job State Change\"]}");
        aws.invoke("events", "PutRule", REGION, rule.toString());
        ObjectNode targets = JSON.createObjectNode().put("Rule", QUEUE);
        targets.putArray("Targets")
                .addObject()
                .put("Id", "queue")
                .put("Arn", "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + QUEUE);
        aws.invoke("events", "PutTargets", REGION, targets.toString());
        return aws.endpoint().resolve("/" + ACCOUNT + "/" + QUEUE).toString();
    }

    /** How many since the last time, by service and operation; those throttled by themselves. */
    private String requests() throws IOException {
        Map<String, Long> counts = aws.requests().stream()
                .collect(Collectors.groupingBy(WaitsCloud::kind, TreeMap::new, Collectors.counting()));
        aws.forgetRequests();
        return JSON.writeValueAsString(counts);
    }

    private static String kind(RecordedRequest request) {
        return (request.error().contains("Throttl") ? "throttled " : "") + request.service() + " "
                + request.operation();
    }

    /** When each job that is over has ended, in milliseconds of AWS's time. */
    private Map<String, Long> ends() throws AwsError {
        Map<String, Long> ends = new TreeMap<>();
        ObjectNode query = JSON.createObjectNode().put("MaxResults", PAGE).put("StatusEquals", "Completed");
        JsonNode page;
        do {
            page = aws.invoke("sagemaker", "ListTrainingJobs", REGION, query.toString());
            page.get("TrainingJobSummaries")
                    .forEach(job -> ends.put(job.get("TrainingJobName").asText(), (long)
                            (job.get("TrainingEndTime").asDouble() * 1000)));
            query.set("NextToken", page.get("NextToken"));
        } while (page.hasNonNull("NextToken"));
        return ends;
    }
}
