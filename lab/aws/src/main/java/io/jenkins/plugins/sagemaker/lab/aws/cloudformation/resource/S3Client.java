package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Dispatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Calls the local S3 on behalf of a stack, for buckets and what is configured of them. */
final class S3Client {

    private final Dispatcher dispatcher;

    S3Client(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** @param setting the sub-resource, such as {@code policy}, or empty for the bucket itself */
    void call(ResourceRequest.Owner owner, String method, String bucket, String setting, String body) throws AwsError {
        dispatcher.dispatch(new Call(
                "s3",
                "",
                owner.account(),
                owner.region(),
                method,
                "/" + bucket,
                setting.isEmpty() ? Map.of() : Map.of(setting, List.of("")),
                Map.of("content-type", List.of("application/xml")),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Configures a bucket. What the local S3 does not know has no effect there, so that it does not matter. */
    void configure(ResourceRequest.Owner owner, String bucket, String setting, String body) throws AwsError {
        try {
            call(owner, body.isEmpty() ? "DELETE" : "PUT", bucket, setting, body);
        } catch (AwsError e) {
            if (e.status() != 501) {
                throw e;
            }
        }
    }

    boolean exists(ResourceRequest.Owner owner, String bucket) throws AwsError {
        try {
            call(owner, "HEAD", bucket, "", "");
            return true;
        } catch (AwsError e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }
}
