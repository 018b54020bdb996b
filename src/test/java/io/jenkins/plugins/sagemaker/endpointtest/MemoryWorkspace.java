package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A workspace of a few files. */
final class MemoryWorkspace implements Workspace {

    final TreeMap<String, String> files = new TreeMap<>();
    final Map<String, String> written = new HashMap<>();

    @Override
    public List<LocalFile> list(String path) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().equals(path) || file.getKey().startsWith(path + "/"))
                .map(file -> new LocalFile(
                        file.getKey().equals(path)
                                ? path.substring(path.lastIndexOf('/') + 1)
                                : file.getKey().substring(path.length() + 1),
                        file.getKey(),
                        file.getValue().length(),
                        Integer.toHexString(file.getValue().hashCode())))
                .toList();
    }

    @Override
    public Map<String, byte[]> read(List<String> paths, long limitBytes) throws RemoteException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        long sum = 0;
        for (String path : paths) {
            if (!files.containsKey(path)) {
                throw new RemoteException(Kind.INVALID, "", "There is no file " + path + " in the workspace.", null);
            }
            contents.put(path, files.get(path).getBytes(StandardCharsets.UTF_8));
            sum += contents.get(path).length;
        }
        if (sum > limitBytes) {
            throw new RemoteException(Kind.INVALID, "", "more than " + limitBytes + " bytes", null);
        }
        return contents;
    }

    @Override
    public void write(String path, byte[] content) {
        written.put(path, new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public void upload(List<Upload> uploads) {
        throw new AssertionError("a test uploads nothing");
    }

    @Override
    public List<String> digests(LocalFile file, long partSize) {
        throw new AssertionError("nothing is sent in parts");
    }

    @Override
    public void uploadArchive(SortedMap<String, String> entries, Upload to) {
        throw new AssertionError("nothing is packed");
    }
}
