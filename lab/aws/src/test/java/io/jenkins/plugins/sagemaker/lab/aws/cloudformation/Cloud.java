package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Dispatcher;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.events.EventBridge;
import io.jenkins.plugins.sagemaker.lab.aws.logs.InMemoryLogStore;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogsService;
import io.jenkins.plugins.sagemaker.lab.aws.s3.InMemoryObjectStore;
import io.jenkins.plugins.sagemaker.lab.aws.s3.S3Service;
import io.jenkins.plugins.sagemaker.lab.aws.sqs.Sqs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The local CloudFormation without HTTP, in time that a test moves, beside a SageMaker that does as the test says. */
final class Cloud {

    static final String ACCOUNT = "123456789012";
    static final String REGION = "eu-west-1";

    final ManualTimeline timeline = new ManualTimeline(Instant.parse("2026-03-01T12:00:00Z"));
    final FakeSageMaker sageMaker = new FakeSageMaker(timeline);
    final InMemoryObjectStore objects = new InMemoryObjectStore(timeline);
    final CloudFormationServices services;
    private final Map<String, Dispatcher> all = new HashMap<>();

    Cloud() {
        InMemoryLogStore logs = new InMemoryLogStore(timeline);
        Surroundings surroundings = new Surroundings(timeline, this::dispatch, objects, logs);
        services = new CloudFormationServices(surroundings);
        services.services().forEach(this::add);
        Sqs sqs = new Sqs(timeline);
        add(sqs.services().get(0));
        add(new EventBridge(timeline, sqs).service());
        add(new S3Service(objects, timeline));
        add(new LogsService(logs, timeline));
        all.put("sagemaker", sageMaker::handle);
    }

    private void add(Service service) {
        all.put(service.signingName(), service::handle);
    }

    private Reply dispatch(Call call) throws AwsError {
        return all.get(call.service()).dispatch(call);
    }

    /** Calls CloudFormation with parameters as they stand in the form, names and values in turn. */
    Answer call(String operation, String... parameters) throws AwsError {
        return query("cloudformation", operation, parameters);
    }

    Answer query(String service, String operation, String... parameters) throws AwsError {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (int index = 0; index < parameters.length; index += 2) {
            form.put(parameters[index], List.of(parameters[index + 1]));
        }
        return new Answer(
                dispatch(new Call(service, operation, ACCOUNT, REGION, "POST", "/", form, Map.of(), new byte[0])));
    }

    String json(String service, String operation, String body) throws AwsError {
        return new String(
                dispatch(Call.json(service, operation, ACCOUNT, REGION, body)).body(), StandardCharsets.UTF_8);
    }

    /** Creates a stack and lets so much time pass that it is through. */
    String created(String name, String template, String... parameters) throws AwsError {
        String[] all = join(new String[] {"StackName", name, "TemplateBody", template}, parameters);
        String id = call("CreateStack", all).text("StackId");
        pass(Duration.ofMinutes(30));
        return id;
    }

    /** Updates a stack and lets so much time pass that it is through. */
    void updated(String name, String template, String... parameters) throws AwsError {
        call("UpdateStack", join(new String[] {"StackName", name, "TemplateBody", template}, parameters));
        pass(Duration.ofMinutes(60));
    }

    void pass(Duration duration) {
        timeline.advance(duration);
    }

    String status(String stack) throws AwsError {
        return call("DescribeStacks", "StackName", stack).text("StackStatus");
    }

    String physicalId(String stack, String logicalId) throws AwsError {
        return call("DescribeStackResource", "StackName", stack, "LogicalResourceId", logicalId)
                .text("PhysicalResourceId");
    }

    /** {@code LogicalId STATUS} of all events, oldest first. */
    List<String> history(String stack) throws AwsError {
        Answer answer = call("DescribeStackEvents", "StackName", stack);
        List<String> ids = answer.texts("//StackEvents/member/LogicalResourceId");
        List<String> statuses = answer.texts("//StackEvents/member/ResourceStatus");
        List<String> lines = new ArrayList<>();
        for (int index = ids.size() - 1; index >= 0; index--) {
            lines.add(ids.get(index) + " " + statuses.get(index));
        }
        return lines;
    }

    private static String[] join(String[] first, String[] second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
