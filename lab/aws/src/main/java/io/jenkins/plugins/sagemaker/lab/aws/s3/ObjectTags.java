package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import java.util.Map;

/** The tags of an object. */
final class ObjectTags {

    private final BucketOperations buckets;
    private final ObjectReads reads;

    ObjectTags(BucketOperations buckets, ObjectReads reads) {
        this.buckets = buckets;
        this.reads = reads;
    }

    Reply get(S3Request request) throws AwsError {
        Map<String, String> tags = reads.find(request).object().tags();
        return S3Reply.xml(
                "Tagging",
                root -> root.nested(
                        "TagSet",
                        set -> tags.forEach((key, value) ->
                                set.nested("Tag", tag -> tag.element("Key", key).element("Value", value)))));
    }

    Reply put(S3Request request) throws AwsError {
        return set(request, ObjectHeaders.checked(RequestXml.tags(request.call().body())), 200);
    }

    Reply delete(S3Request request) throws AwsError {
        return set(request, Map.of(), 204);
    }

    private Reply set(S3Request request, Map<String, String> tags, int status) throws AwsError {
        ObjectVersion version = reads.find(request);
        buckets.find(request).versions().replace(version, version.object().withTags(tags));
        return Reply.empty(status);
    }
}
