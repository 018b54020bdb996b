package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;

/** One operation of the API. */
@FunctionalInterface
interface Operation {

    /** @return the answer's body; null if it has none */
    JsonNode answer(Request request) throws AwsError;
}
