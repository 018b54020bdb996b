package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** Files in folders that bear the labels' names. Hidden files, and files beside the folders, are no items. */
record FolderItems(LabelledData data, Workspace workspace, List<LocalFile> files) implements Items {

    static FolderItems list(LabelledData data, Workspace workspace) throws RemoteException, InterruptedException {
        var files = workspace.list(data.path()).stream()
                .filter(file -> file.path().contains("/"))
                .filter(file -> Arrays.stream(file.path().split("/")).noneMatch(part -> part.startsWith(".")))
                .toList();
        Items.checkSize(files.size(), "no file in a sub-folder, whose name would be the label");
        for (LocalFile file : files) {
            if (file.size() > Payload.LARGEST) {
                throw new IllegalArgumentException("has the file " + file.path() + " with " + file.size()
                        + " bytes; an endpoint takes at most " + Payload.LARGEST + ".");
            }
        }
        return new FolderItems(data, workspace, files);
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public String label(int index) {
        String path = files.get(index).path();
        return path.substring(0, path.indexOf('/'));
    }

    @Override
    public String name(int index) {
        return files.get(index).source();
    }

    @Override
    public long length(int index) {
        return files.get(index).size();
    }

    @Override
    public String fingerprint() {
        return Items.digest(files.stream().map(file -> file.path() + " " + file.sha256()));
    }

    @Override
    public List<Payload> payloads(List<Integer> indexes) throws RemoteException, InterruptedException {
        List<String> sources = indexes.stream().map(this::name).toList();
        Map<String, byte[]> contents = workspace.read(sources, LARGEST_READ);
        List<Payload> payloads = new ArrayList<>();
        for (String source : sources) {
            String type = data.contentType().isEmpty() ? Payload.contentTypeOf(source) : data.contentType();
            payloads.add(
                    new Payload(source, SdkBytes.fromByteArrayUnsafe(contents.get(source)), type, data.accept(), ""));
        }
        return payloads;
    }
}
