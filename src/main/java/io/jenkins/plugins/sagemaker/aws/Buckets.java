package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What can be seen of buckets from outside. */
public final class Buckets {

    private static final String REGION = "x-amz-bucket-region";
    private static final int SOME = 20;

    /** With this S3 answers a HEAD request, which has no room for words, also where the credentials have expired. */
    private static final int BAD_REQUEST = 400;

    private Buckets() {}

    /** The region of a bucket, which S3 tells also where it refuses everything else; nothing if there is no such bucket. */
    public static Optional<String> region(Aws aws, String bucket) throws RemoteException, InterruptedException {
        try {
            return Aws.call("ask for the region of the bucket " + bucket, () -> {
                try {
                    String told = aws.s3().headBucket(r -> r.bucket(bucket)).bucketRegion();
                    return Optional.of(told == null ? aws.region() : told);
                } catch (S3Exception e) {
                    var details = e.awsErrorDetails();
                    var region = details == null || details.sdkHttpResponse() == null
                            ? Optional.<String>empty()
                            : details.sdkHttpResponse().firstMatchingHeader(REGION);
                    if (region.isPresent()) {
                        return region;
                    }
                    if (e.statusCode() == BAD_REQUEST && (details == null || details.errorCode() == null)) {
                        throw new RemoteException(
                                Kind.EXPIRED_CREDENTIALS,
                                "",
                                "Could not ask for the region of the bucket " + bucket
                                        + ": S3 gives no reason, as when credentials have expired.",
                                e);
                    }
                    throw e;
                }
            });
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether anything but empty folders begins with this location. */
    public static boolean isFilled(Aws aws, S3Location at) throws RemoteException, InterruptedException {
        try {
            return Aws.call(
                    "look what is at " + at,
                    () ->
                            aws
                                    .s3()
                                    .listObjectsV2(r -> r.bucket(at.bucket())
                                            .prefix(at.key())
                                            .maxKeys(SOME))
                                    .contents()
                                    .stream()
                                    .anyMatch(o -> o.size() > 0 || !o.key().endsWith("/")));
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return false;
            }
            throw e;
        }
    }
}
