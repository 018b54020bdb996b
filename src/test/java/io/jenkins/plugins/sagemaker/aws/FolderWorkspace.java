package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
                send(upload, bytes(upload));
            } catch (IOException e) {
                throw new RemoteException(Kind.TRANSIENT, "", "cannot upload " + upload.source(), e);
            }
        }
    }

    private byte[] bytes(Upload upload) throws IOException {
        byte[] all = Files.readAllBytes(root.resolve(upload.source()));
        Part part = upload.part();
        return part == null ? all : Arrays.copyOfRange(all, (int) part.offset(), (int) (part.offset() + part.length()));
    }

    private void send(Upload upload, byte[] bytes) throws IOException, InterruptedException, RemoteException {
        var request =
                HttpRequest.newBuilder(URI.create(upload.url())).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        upload.headers().forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            Kind kind = response.statusCode() / 100 == 5 ? Kind.TRANSIENT : Kind.INVALID;
            throw new RemoteException(kind, "", response.body(), null);
        }
    }

    @Override
    public List<String> digests(LocalFile file, long partSize) throws RemoteException {
        try {
            byte[] all = Files.readAllBytes(root.resolve(file.source()));
            List<String> digests = new ArrayList<>();
            for (int from = 0; from < all.length; from += (int) partSize) {
                digests.add(sha256(Arrays.copyOfRange(all, from, (int) Math.min(all.length, from + partSize))));
            }
            return digests;
        } catch (IOException e) {
            throw new RemoteException(Kind.TRANSIENT, "", "cannot read " + file.source(), e);
        }
    }

    /** The archive is a list of names here. */
    @Override
    public void uploadArchive(SortedMap<String, String> entries, Upload to)
            throws RemoteException, InterruptedException {
        uploads.add(to);
        try {
            send(to, entries.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RemoteException(Kind.TRANSIENT, "", "cannot upload " + to.source(), e);
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
