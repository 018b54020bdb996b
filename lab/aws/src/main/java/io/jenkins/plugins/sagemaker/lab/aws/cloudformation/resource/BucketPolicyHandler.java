package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.Map;

/** {@code AWS::S3::BucketPolicy}; its physical id is the bucket. */
final class BucketPolicyHandler extends ServiceHandler {

    private final S3Client s3;

    BucketPolicyHandler(S3Client s3) {
        super("S3", Duration.ofSeconds(2));
        this.s3 = s3;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String bucket = request.text("Bucket");
        if (!s3.exists(request.owner(), bucket)) {
            throw new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        return bucket;
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        String policy = JsonClient.text(request.properties().get("PolicyDocument"));
        s3.configure(request.owner(), request.physicalId(), "policy", policy);
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        s3.configure(request.owner(), request.physicalId(), "policy", "");
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of();
    }
}
