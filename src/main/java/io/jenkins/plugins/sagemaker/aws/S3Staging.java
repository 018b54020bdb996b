package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings files of the workspace to S3, under a prefix named by their content: the same files are sent once, whichever build sends them, and
 * a staging that was cut off is completed by repeating it. The bytes go from the agent to S3 by requests signed here, so neither the
 * controller nor its credentials stand in their way. Each request is signed together with a digest, which S3 checks: a file that
 * changes while it is sent is refused, and never stands under the name of another content.
 */
public final class S3Staging {

    /** Files are signed a few at a time, shortly before they are sent, so that the signatures do not run out while others are. */
    static final int BATCH_FILES = 200;

    static final long BATCH_BYTES = 256L * 1024 * 1024;

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
     * @param what the files are, for messages: {@code channel train}
     * @throws RemoteException of kind INVALID if nothing is there
     */
    public static Staged stage(Aws aws, String what, String path, S3Location below)
            throws RemoteException, InterruptedException {
        return stage(aws, what, path, below, MultipartUpload.Sizes.USUAL);
    }

    static Staged stage(Aws aws, String what, String path, S3Location below, MultipartUpload.Sizes sizes)
            throws RemoteException, InterruptedException {
        List<LocalFile> files = aws.workspace().list(path).stream()
                .sorted(Comparator.comparing(LocalFile::path))
                .toList();
        if (files.isEmpty()) {
            throw invalid("There is no file to upload for " + what + ": in the workspace, nothing is found at its path "
                    + path + ", or only empty folders.");
        }
        S3Location location = below.child(digest(files));
        Map<String, Long> there = sizes(aws, what, location);
        List<LocalFile> missing = files.stream()
                .filter(f -> !Long.valueOf(f.size())
                        .equals(there.get(location.child(f.path()).key())))
                .toList();
        List<Upload> batch = new ArrayList<>();
        long bytes = 0;
        for (LocalFile file : missing) {
            S3Location to = location.child(file.path());
            if (file.size() >= sizes.threshold()) {
                new MultipartUpload(aws, file, to, sizes).send();
                continue;
            }
            if (batch.size() == BATCH_FILES || !batch.isEmpty() && bytes + file.size() > BATCH_BYTES) {
                aws.workspace().upload(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(SignedUploads.whole(aws, file, to));
            bytes += file.size();
        }
        if (!batch.isEmpty()) {
            aws.workspace().upload(batch);
        }
        long all = files.stream().mapToLong(LocalFile::size).sum();
        return new Staged(location, files.size(), all, missing.size());
    }

    /**
     * Stages files as one archive.
     *
     * @param entries names in the archive to files
     * @param name of the archive, which ends in {@code .tar.gz}
     * @return where the archive lies, how many files and bytes are in it, and 1 if it had to be sent
     */
    public static Staged archive(Aws aws, String name, SortedMap<String, LocalFile> entries, S3Location below)
            throws RemoteException, InterruptedException {
        SortedMap<String, String> sources = new TreeMap<>();
        List<LocalFile> named = new ArrayList<>();
        entries.forEach((entry, file) -> {
            sources.put(entry, file.source());
            named.add(new LocalFile(entry, file.source(), file.size(), file.sha256()));
        });
        S3Location location = below.child(digest(named)).child(name);
        boolean isThere = sizes(aws, name, location.parent()).containsKey(location.key());
        if (!isThere) {
            aws.workspace().uploadArchive(sources, SignedUploads.unread(aws, name, location));
        }
        long bytes = named.stream().mapToLong(LocalFile::size).sum();
        return new Staged(location, named.size(), bytes, isThere ? 0 : 1);
    }

    private static Map<String, Long> sizes(Aws aws, String what, S3Location location)
            throws RemoteException, InterruptedException {
        try {
            return Aws.call("list " + location, () -> {
                Map<String, Long> sizes = new HashMap<>();
                aws.s3()
                        .listObjectsV2Paginator(r -> r.bucket(location.bucket()).prefix(location.key() + "/"))
                        .contents()
                        .forEach(o -> sizes.put(o.key(), o.size()));
                return sizes;
            });
        } catch (RemoteException e) {
            if (e.kind() != Kind.GONE) {
                throw e;
            }
            throw new RemoteException(
                    Kind.INVALID,
                    e.code(),
                    "There is no bucket " + location.bucket() + " in S3 to upload " + what
                            + " to: give another s3UploadPath or s3OutputPath, or have the bucket made first.",
                    e);
        }
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
        return new RemoteException(Kind.INVALID, "", message, null);
    }
}
