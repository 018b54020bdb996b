package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The items of a labelled data set, each with its label. */
interface Items {

    /** What is read from the agent at a time, in bytes. */
    long LARGEST_READ = 8 << 20;

    /** So that labels, scores and answers of all items have room in a build's state. */
    int MOST = 100_000;

    int size();

    String label(int index);

    /** For messages. */
    String name(int index);

    /** In bytes. */
    long length(int index);

    /** Different if an item, a label or the order is. */
    String fingerprint();

    /** The items' payloads, in the order asked for; together at most {@link #LARGEST_READ}. */
    List<Payload> payloads(List<Integer> indexes) throws RemoteException, InterruptedException;

    /** @throws RemoteException if there is nothing, or it cannot be understood, with a sentence for the user */
    static Items open(LabelledData data, Workspace workspace) throws RemoteException, InterruptedException {
        try {
            return switch (data.form()) {
                case FOLDERS -> FolderItems.list(data, workspace);
                case CSV -> TableItems.csv(data, text(data, workspace));
                case JSON_LINES -> TableItems.jsonLines(data, text(data, workspace));
            };
        } catch (IllegalArgumentException e) {
            throw new RemoteException(Kind.INVALID, "", "The data set " + data.path() + " " + e.getMessage(), e);
        }
    }

    private static String text(LabelledData data, Workspace workspace) throws RemoteException, InterruptedException {
        byte[] bytes = workspace.read(List.of(data.path()), LARGEST_READ).get(data.path());
        if (bytes == null) {
            throw new IllegalArgumentException("is not there.");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @throws IllegalArgumentException with the end of a sentence that begins with the data set */
    static void checkSize(int size, String whatIsMissing) {
        if (size == 0) {
            throw new IllegalArgumentException("is empty: there is " + whatIsMissing + ".");
        }
        if (size > MOST) {
            throw new IllegalArgumentException("has " + size + " items; " + MOST + " is the most that a test takes.");
        }
    }

    static String digest(Stream<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
