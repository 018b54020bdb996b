package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workspace that is a folder of this machine: whole folders and files only, no patterns. */
public final class FolderWorkspace implements Workspace {

    private final Path root;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Every upload that was asked for. */
    public final List<Upload> uploads = new ArrayList<>();

    public FolderWorkspace(Path root) {
        this.root = root;
    }

    @Override
    public List<LocalFile> list(String path) throws RemoteException {
        Path base = root.resolve(path);
        if (!Files.exists(base)) {
            return List.of();
        }
        try (var walk = Files.walk(base)) {
            List<LocalFile> files = new ArrayList<>();
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path origin = Files.isDirectory(base) ? base : base.getParent();
                files.add(new LocalFile(
                        origin.relativize(file).toString(),
                        root.relativize(file).toString(),
                        Files.size(file),
                        sha256(Files.readAllBytes(file))));
            }
            return files;
        } catch (IOException e) {
            throw new RemoteException(Kind.TRANSIENT, "", "cannot list " + path, e);
        }
    }

    @Override
    public Map<String, byte[]> read(List<String> paths, long limitBytes) throws RemoteException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String path : paths) {
            try {
                contents.put(path, Files.readAllBytes(root.resolve(path)));
            } catch (IOException e) {
                throw new RemoteException(Kind.INVALID, "", "There is no file " + path + " in the workspace.", e);
            }
        }
        return contents;
    }

    @Override
    public void write(String path, byte[] content) throws RemoteException {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), content);
        } catch (IOException e) {
            throw new RemoteException(Kind.TRANSIENT, "", "cannot write " + path, e);
        }
    }

    @Override
    public void upload(List<Upload> wanted) throws RemoteException, InterruptedException {
        for (Upload upload : wanted) {
            uploads.add(upload);
            try {
                var request = HttpRequest.newBuilder(URI.create(upload.url()))
                        .PUT(HttpRequest.BodyPublishers.ofFile(root.resolve(upload.source())));
                upload.headers().forEach(request::header);
                var response = http.send(request.build(), BodyHandlers.ofString());
                if (response.statusCode() / 100 != 2) {
                    throw new RemoteException(Kind.INVALID, "", response.body(), null);
                }
            } catch (IOException e) {
                throw new RemoteException(Kind.TRANSIENT, "", "cannot upload " + upload.source(), e);
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
