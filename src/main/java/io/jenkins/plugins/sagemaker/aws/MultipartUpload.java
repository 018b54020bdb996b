package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.aws.Workspace.Part;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * A large file, sent in parts. Since its name is made of its content, an upload of that name that was cut off is of the same content: it is gone
 * on with, and only the parts that S3 does not have are sent. S3 checks the digest of each part when it comes and again when the file is
 * put together.
 */
record MultipartUpload(Aws aws, LocalFile file, S3Location to, Sizes sizes) {

    private static final int MOST_PARTS = 10_000;

    /** Trouble that passes: what has been sent is kept for the next try. */
    private static final Set<Kind> PASSING = Set.of(Kind.TRANSIENT, Kind.THROTTLED, Kind.EXPIRED_CREDENTIALS);

    /**
     * How files are divided.
     *
     * @param threshold size from which on a file is sent in parts
     * @param part least size of a part
     */
    record Sizes(long threshold, long part) {
        static final Sizes USUAL = new Sizes(64L * 1024 * 1024, 32L * 1024 * 1024);

        /** Larger where there would be too many. */
        long partOf(long size) {
            return Math.max(part, (size + MOST_PARTS - 1) / MOST_PARTS);
        }
    }

    void send() throws RemoteException, InterruptedException {
        List<String> digests = aws.workspace().digests(file, sizes.partOf(file.size()));
        String id = unfinished().orElse(null);
        try {
            id = id == null ? begin() : id;
            sendMissing(id, digests);
            complete(id, digests);
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                // Another build with the same file has put it together, or given it up: the next try will see.
                throw new RemoteException(Kind.TRANSIENT, e.code(), e.getMessage(), e);
            }
            if (!PASSING.contains(e.kind())) {
                abort(id, e);
            }
            throw e;
        } catch (InterruptedException e) {
            abort(id, e);
            throw e;
        }
    }

    private String begin() throws RemoteException, InterruptedException {
        return Aws.call(
                "begin to upload " + to,
                () -> aws.s3()
                        .createMultipartUpload(
                                r -> r.bucket(to.bucket()).key(to.key()).checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId());
    }

    /** The newest upload of this file that has not ended. Who may not list them begins anew. */
    private Optional<String> unfinished() throws RemoteException, InterruptedException {
        try {
            return Aws.call(
                    "list uploads to " + to,
                    () ->
                            aws
                                    .s3()
                                    .listMultipartUploadsPaginator(
                                            r -> r.bucket(to.bucket()).prefix(to.key()))
                                    .uploads()
                                    .stream()
                                    .filter(u -> u.key().equals(to.key())
                                            && u.checksumAlgorithm() == ChecksumAlgorithm.SHA256)
                                    .max(Comparator.comparing(u -> u.initiated()))
                                    .map(u -> u.uploadId()));
        } catch (RemoteException e) {
            if (e.kind() == Kind.ACCESS_DENIED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void sendMissing(String id, List<String> digests) throws RemoteException, InterruptedException {
        Map<Integer, CompletedPart> there = parts(id);
        List<Upload> batch = new ArrayList<>();
        long bytes = 0;
        for (int number = 1; number <= digests.size(); number++) {
            String digest = digests.get(number - 1);
            CompletedPart sent = there.get(number);
            if (sent != null && SignedUploads.base64(digest).equals(sent.checksumSHA256())) {
                continue;
            }
            long offset = (number - 1) * sizes.partOf(file.size());
            var part = new Part(offset, Math.min(sizes.partOf(file.size()), file.size() - offset));
            if (!batch.isEmpty() && bytes + part.length() > S3Staging.BATCH_BYTES) {
                aws.workspace().upload(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(SignedUploads.part(aws, file, to, id, number, part, digest));
            bytes += part.length();
        }
        if (!batch.isEmpty()) {
            aws.workspace().upload(batch);
        }
    }

    private Map<Integer, CompletedPart> parts(String id) throws RemoteException, InterruptedException {
        return Aws.call("list the parts of " + to, () -> {
            Map<Integer, CompletedPart> parts = new HashMap<>();
            aws.s3()
                    .listPartsPaginator(r -> r.bucket(to.bucket()).key(to.key()).uploadId(id))
                    .parts()
                    .forEach(p -> parts.put(
                            p.partNumber(),
                            CompletedPart.builder()
                                    .partNumber(p.partNumber())
                                    .eTag(p.eTag())
                                    .checksumSHA256(p.checksumSHA256())
                                    .build()));
            return parts;
        });
    }

    private void complete(String id, List<String> digests) throws RemoteException, InterruptedException {
        Map<Integer, CompletedPart> there = parts(id);
        List<CompletedPart> all = new ArrayList<>();
        for (int number = 1; number <= digests.size(); number++) {
            all.add(there.get(number).toBuilder()
                    .checksumSHA256(SignedUploads.base64(digests.get(number - 1)))
                    .build());
        }
        Aws.call(
                "put " + to + " together",
                () -> aws.s3()
                        .completeMultipartUpload(r ->
                                r.bucket(to.bucket()).key(to.key()).uploadId(id).multipartUpload(m -> m.parts(all))));
    }

    /** Leaves no parts behind, which would cost. */
    private void abort(String id, Exception why) {
        if (id == null) {
            return;
        }
        try {
            Aws.call(
                    "give up the upload to " + to,
                    () -> aws.s3()
                            .abortMultipartUpload(
                                    r -> r.bucket(to.bucket()).key(to.key()).uploadId(id)));
        } catch (RemoteException e) {
            why.addSuppressed(e);
        } catch (InterruptedException e) {
            why.addSuppressed(e);
            Thread.currentThread().interrupt();
        }
    }
}
