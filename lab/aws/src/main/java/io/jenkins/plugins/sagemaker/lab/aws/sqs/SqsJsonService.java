package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.io.IOException;

/** SQS over its JSON protocol. */
final class SqsJsonService implements Service {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsOperations operations;

    SqsJsonService(SqsOperations operations) {
        this.operations = operations;
    }

    @Override
    public String signingName() {
        return "sqs";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        JsonNode request;
        try {
            request = call.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(call.body());
        } catch (IOException e) {
            throw new AwsError(400, "SerializationException", "The body of " + call.operation() + " is not JSON.");
        }
        return Reply.of(
                200,
                "application/x-amz-json-1.0",
                operations.answer(call, request).toString());
    }
}
