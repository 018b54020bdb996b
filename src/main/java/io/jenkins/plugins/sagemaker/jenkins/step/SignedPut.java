package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.aws.Workspace.Part;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Sends bytes of the agent by a signed request, and again if there is trouble that passes. Uses only the JDK, so nothing need be on the agent. */
final class SignedPut {

    private static final int TRIES = 5;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .proxy(ProxySelector.getDefault())
            .build();

    void send(Upload upload, Path file) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            String trouble;
            try {
                var request = HttpRequest.newBuilder(URI.create(upload.url()))
                        .timeout(Duration.ofMinutes(30))
                        .PUT(body(upload, file));
                upload.headers().forEach(request::header);
                HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return;
                }
                var answer = new S3Answer(upload.source(), response.statusCode(), response.body());
                if (!answer.mayPassAtOnce()) {
                    throw answer.exception();
                }
                trouble = answer.words();
            } catch (S3Answer.SignedTooLongAgo | S3Answer.Denied | WorkspaceFiles.Refused e) {
                throw e;
            } catch (IOException e) {
                trouble = e.toString();
            }
            if (attempt == TRIES) {
                throw new IOException("could not upload " + upload.source() + " in " + TRIES + " tries: " + trouble);
            }
        }
    }

    private static BodyPublisher body(Upload upload, Path file) throws IOException {
        Part part = upload.part();
        if (part == null) {
            return BodyPublishers.ofFile(file);
        }
        if (Files.size(file) < part.offset() + part.length()) {
            throw WorkspaceFiles.changed(upload.source());
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(file, part)), part.length());
    }

    private static InputStream open(Path file, Part part) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ).position(part.offset());
            return new PartStream(Channels.newInputStream(channel), part.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
