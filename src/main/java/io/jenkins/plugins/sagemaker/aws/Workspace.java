package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The files of a build's workspace, wherever its agent is. All paths are relative to the step's current directory, use forward slashes
 * and must stay inside the workspace; another path fails with {@link RemoteException.Kind#INVALID} and a sentence that names it.
 */
public interface Workspace {

    /**
     * All files below a folder, or the one file, or those that an Ant pattern ({@code data/**}{@code /*.png}) selects; sorted by path.
     *
     * @return paths relative to the folder (to the pattern's fixed beginning), with size and digest; empty if nothing is there
     */
    List<LocalFile> list(String path) throws RemoteException, InterruptedException;

    /** The content of files; at most {@code limitBytes} in sum, else {@link RemoteException.Kind#INVALID}. */
    Map<String, byte[]> read(List<String> paths, long limitBytes) throws RemoteException, InterruptedException;

    /** Writes a file, making its folders. */
    void write(String path, byte[] content) throws RemoteException, InterruptedException;

    /** Sends files, or parts of them, by HTTP PUT straight from the agent, several at a time. Fails if one of them fails. */
    void upload(List<Upload> uploads) throws RemoteException, InterruptedException;

    /**
     * The digests of a file's parts, in their order. Fails with {@link RemoteException.Kind#INVALID} if the file is no longer what was listed.
     *
     * @return SHA-256 in hexadecimal
     */
    List<String> digests(LocalFile file, long partSize) throws RemoteException, InterruptedException;

    /**
     * Packs files as {@code tar.gz} and sends that by HTTP PUT straight from the agent; nothing of it stays there.
     *
     * @param entries names in the archive to files, these relative to the current directory
     * @param to names the archive for messages, and says where it goes
     */
    void uploadArchive(SortedMap<String, String> entries, Upload to) throws RemoteException, InterruptedException;

    /**
     * One file.
     *
     * @param path relative to what was listed
     * @param source relative to the current directory, usable with {@link #read}
     * @param size in bytes
     * @param sha256 in hexadecimal
     */
    record LocalFile(String path, String source, long size, String sha256) implements Serializable {}

    /**
     * One request by which a file, or a part of it, is sent.
     *
     * @param source relative to the current directory
     * @param url signed for this one request
     * @param headers to be sent as they are
     * @param part null for the whole file
     */
    record Upload(String source, String url, Map<String, String> headers, Part part) implements Serializable {

        public static Upload whole(String source, String url, Map<String, String> headers) {
            return new Upload(source, url, headers, null);
        }
    }

    /** Some of a file's bytes. */
    record Part(long offset, long length) implements Serializable {}
}
