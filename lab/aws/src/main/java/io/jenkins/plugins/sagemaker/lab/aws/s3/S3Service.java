package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.util.Map;
import java.util.Optional;

/**
 * The local S3: buckets, objects, listings, multipart uploads, tags. Expects paths in path style. Strict where clients
 * go wrong in practice: regions, owners, names, digests, conditions. ACLs and anonymous access are not there.
 */
public final class S3Service implements Service {

    private final BucketOperations buckets;
    private final Map<String, Operation> operations;

    public S3Service(InMemoryObjectStore store, Timeline timeline) {
        buckets = new BucketOperations(store);
        var sources = new CopySource(store);
        var lists = new ListOperations(buckets);
        var reads = new ObjectReads(buckets);
        var writes = new ObjectWrites(buckets, sources, timeline);
        var deletions = new ObjectDeletions(buckets, timeline);
        var tags = new ObjectTags(buckets, reads);
        var uploads = new MultipartOperations(buckets, sources, timeline);
        operations = Map.ofEntries(
                Map.entry("ListBuckets", buckets::list),
                Map.entry("CreateBucket", buckets::create),
                Map.entry("HeadBucket", buckets::head),
                Map.entry("DeleteBucket", buckets::delete),
                Map.entry("GetBucketLocation", buckets::location),
                Map.entry("GetBucketPolicyStatus", buckets::policyStatus),
                Map.entry(
                        "GetBucketAcl",
                        request -> S3Reply.acl(buckets.find(request).account())),
                Map.entry("PutBucketAcl", S3Service::noAcl),
                Map.entry("ListObjects", lists::version1),
                Map.entry("ListObjectsV2", lists::version2),
                Map.entry("ListObjectVersions", lists::versions),
                Map.entry("GetObject", reads::get),
                Map.entry("HeadObject", reads::get),
                Map.entry("GetObjectAttributes", reads::attributes),
                Map.entry(
                        "GetObjectAcl",
                        request -> S3Reply.acl(buckets.find(request).account())),
                Map.entry("PutObjectAcl", S3Service::noAcl),
                Map.entry("PutObject", writes::put),
                Map.entry("CopyObject", writes::copy),
                Map.entry("DeleteObject", deletions::one),
                Map.entry("DeleteObjects", deletions::many),
                Map.entry("GetObjectTagging", tags::get),
                Map.entry("PutObjectTagging", tags::put),
                Map.entry("DeleteObjectTagging", tags::delete),
                Map.entry("CreateMultipartUpload", uploads::create),
                Map.entry("UploadPart", uploads::uploadPart),
                Map.entry("UploadPartCopy", uploads::copyPart),
                Map.entry("AbortMultipartUpload", uploads::abort),
                Map.entry("ListParts", uploads::listParts),
                Map.entry("ListMultipartUploads", uploads::listUploads),
                Map.entry("CompleteMultipartUpload", new MultipartCompletion(buckets, uploads, timeline)::complete));
    }

    @FunctionalInterface
    private interface Operation {
        Reply answer(S3Request request) throws AwsError;
    }

    @Override
    public String signingName() {
        return "s3";
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST_XML;
    }

    @Override
    public String operationOf(Call call) {
        return S3Operation.of(S3Request.of(call));
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        S3Request request = S3Request.of(call);
        Integrity.checkSignedHash(request);
        String name = S3Operation.of(request);
        Operation operation = operations.get(name);
        if (operation != null) {
            return operation.answer(request);
        }
        Optional<BucketSetting> setting = BucketSetting.of(name);
        if (setting.isPresent()) {
            return buckets.setting(request, setting.get());
        }
        throw S3Errors.notImplemented(call.method() + " " + call.path() + " with parameters "
                + call.query().keySet());
    }

    private static Reply noAcl(S3Request request) throws AwsError {
        throw new AwsError(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
    }
}
