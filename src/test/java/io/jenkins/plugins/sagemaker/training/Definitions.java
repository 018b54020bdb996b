package io.jenkins.plugins.sagemaker.training;

import java.util.List;
import java.util.Map;

/** Definitions that AWS would take. */
final class Definitions {

    private static final String ROLE = "arn:aws:iam::123456789012:role/trainer";

    private Definitions() {}

    /** Of a document with what must be there, and nothing else. */
    static TrainingDefinition least() {
        return TrainingDefinition.of(document());
    }

    static Map<String, Object> document() {
        return RequestDocument.of(Map.of())
                .put("RoleArn", ROLE)
                .put("AlgorithmSpecification.TrainingImage", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/own:1")
                .put("OutputDataConfig.S3OutputPath", "s3://digits/models")
                .members();
    }

    /** With one channel from the workspace. */
    static TrainingDefinition withData() {
        return least().withChannels(
                        List.of(new TrainingDefinition.WorkspaceChannel("train", "data", Map.of())),
                        "s3://digits/channels");
    }
}
