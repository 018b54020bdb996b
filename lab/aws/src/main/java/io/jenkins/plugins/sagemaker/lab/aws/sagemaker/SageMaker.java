package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.util.Map;
import java.util.TreeMap;

/** The SageMaker API: checks each request against AWS's API model and hands it to whoever keeps the resource. */
public final class SageMaker implements Service {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final ApiModel model = ApiModel.load();
    private final Map<String, Operation> operations = new TreeMap<>();

    SageMaker(
            TrainingJobs jobs,
            TuningJobs tuning,
            Models models,
            EndpointConfigs configs,
            Endpoints endpoints,
            Tags tags) {
        operations.putAll(jobs.operations());
        operations.putAll(tuning.operations());
        operations.putAll(models.operations());
        operations.putAll(configs.operations());
        operations.putAll(endpoints.operations());
        operations.putAll(tags.operations());
    }

    @Override
    public String signingName() {
        return "sagemaker";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        Operation operation = operations.get(call.operation());
        if (operation == null) {
            throw new AwsError(
                    400,
                    "UnknownOperationException",
                    "The local SageMaker has no operation " + call.operation() + "; it offers " + operations.keySet()
                            + ".");
        }
        JsonNode answer = operation.answer(new Request(call, model.check(call.operation(), call.body())));
        return Reply.of(200, CONTENT_TYPE, answer == null ? "{}" : answer.toString());
    }
}
