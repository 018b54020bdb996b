package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Brings files of the workspace to S3, under a prefix named by their content: the same files are sent once, whichever build sends them, and
 * a staging that was cut off is completed by repeating it. The bytes go from the agent to S3 by requests signed here, so neither the
 * controller nor its credentials stand in their way.
 */
public final class S3Staging {

    /** S3 takes at most 5 GiB in one request. */
    private static final long LARGEST = 5L * 1024 * 1024 * 1024;

    private static final Duration SIGNED_FOR = Duration.ofHours(1);
    private static final int BATCH = 500;

    private S3Staging() {}

    /**
     * What was staged.
     *
     * @param location the prefix below which the files lie
     * @param bytes of all files
     * @param sent how many of the files had to be sent
     */
    public record Staged(S3Location location, int files, long bytes, int sent) {}

    /**
     * Stages a folder, a file or a pattern.
     *
     * @throws RemoteException of kind INVALID if nothing is there or a file is larger than 5 GiB
     */
    public static Staged stage(Aws aws, String path, S3Location below) throws RemoteException, InterruptedException {
        List<LocalFile> files = aws.workspace().list(path);
        if (files.isEmpty()) {
            throw invalid("There is nothing at " + path + " in the workspace: no file to upload.");
        }
        for (LocalFile file : files) {
            if (file.size() > LARGEST) {
                throw invalid(file.source() + " is larger than 5 GiB, the most that S3 takes in one request.");
            }
        }
        S3Location location = below.child(digest(files));
        Map<String, Long> there = sizes(aws, location);
        List<LocalFile> missing = files.stream()
                .filter(f -> !Long.valueOf(f.size())
                        .equals(there.get(location.child(f.path()).key())))
                .toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<Upload> uploads = new ArrayList<>();
            for (LocalFile file : missing.subList(from, Math.min(missing.size(), from + BATCH))) {
                uploads.add(signed(aws, file, location.child(file.path())));
            }
            aws.workspace().upload(uploads);
        }
        long bytes = files.stream().mapToLong(LocalFile::size).sum();
        return new Staged(location, files.size(), bytes, missing.size());
    }

    private static Upload signed(Aws aws, LocalFile file, S3Location to) {
        var request = aws.presigner()
                .presignPutObject(p -> p.signatureDuration(SIGNED_FOR)
                        .putObjectRequest(
                                r -> r.bucket(to.bucket()).key(to.key()).contentLength(file.size())));
        return new Upload(file.source(), request.url().toString(), Map.of());
    }

    private static Map<String, Long> sizes(Aws aws, S3Location location) throws RemoteException, InterruptedException {
        return Aws.call("list " + location, () -> {
            Map<String, Long> sizes = new HashMap<>();
            aws.s3()
                    .listObjectsV2Paginator(r -> r.bucket(location.bucket()).prefix(location.key() + "/"))
                    .contents()
                    .forEach(o -> sizes.put(o.key(), o.size()));
            return sizes;
        });
    }

    private static String digest(List<LocalFile> files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (LocalFile file : files) {
                sha.update((file.path() + "\n" + file.sha256() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static RemoteException invalid(String message) {
        return new RemoteException(RemoteException.Kind.INVALID, "", message, null);
    }
}
