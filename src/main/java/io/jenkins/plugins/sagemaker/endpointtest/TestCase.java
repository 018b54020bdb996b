package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;

/**
 * One request, and what its answer must be.
 *
 * @param name for messages and the report; empty for the file's name
 * @param file of the workspace, whose bytes are sent; empty if there is a body
 * @param body text to send; empty if there is a file
 * @param contentType media type of what is sent; empty for what the file's ending says, JSON for a body
 * @param accept media type that is wanted back; empty for the container's choice
 * @param targetVariant the production variant that shall answer; empty for SageMaker's choice
 * @param expectations all must hold; without any the model must answer with status 200
 */
public record TestCase(
        String name,
        String file,
        String body,
        String contentType,
        String accept,
        String targetVariant,
        List<Expectation> expectations)
        implements Serializable {

    /** @throws IllegalArgumentException with a sentence for the user if there is not exactly one thing to send */
    public TestCase {
        expectations = List.copyOf(expectations);
        if (file.isEmpty() == body.isEmpty()) {
            throw new IllegalArgumentException((name.isEmpty() ? "A case" : "Case '" + name + "'")
                    + " needs either a file or a body" + (file.isEmpty() ? "." : ", not both."));
        }
        name = !name.isEmpty() ? name : file.isEmpty() ? "a request without a name" : file;
    }

    Payload payload(byte[] content) {
        String type = !contentType.isEmpty()
                ? contentType
                : file.isEmpty() ? "application/json" : Payload.contentTypeOf(file);
        return new Payload("case '" + name + "'", SdkBytes.fromByteArrayUnsafe(content), type, accept, targetVariant);
    }

    byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    boolean wantsRefusal() {
        return expectations.stream().anyMatch(e -> e instanceof Expectation.Status status && status.status() >= 300);
    }
}
