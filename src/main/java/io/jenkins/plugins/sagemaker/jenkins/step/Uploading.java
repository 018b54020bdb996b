package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import java.io.File;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jenkins.MasterToSlaveFileCallable;

/** Sends files from the agent by signed requests, a few at a time. Uses only the JDK, so nothing need be on the agent. */
final class Uploading extends MasterToSlaveFileCallable<Void> {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 4;
    private static final int TRIES = 5;

    private final List<Upload> uploads;

    Uploading(List<Upload> uploads) {
        this.uploads = uploads;
    }

    @Override
    public Void invoke(File directory, VirtualChannel channel) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(20))
                    .proxy(ProxySelector.getDefault())
                    .build();
            List<Future<?>> sent = new ArrayList<>();
            for (Upload upload : uploads) {
                Path file = WorkspaceFiles.inside(directory, upload.source());
                sent.add(threads.submit(() -> {
                    send(client, upload, file);
                    return null;
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
            return null;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void send(HttpClient client, Upload upload, Path file) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            String trouble;
            try {
                var request = HttpRequest.newBuilder(URI.create(upload.url()))
                        .timeout(Duration.ofMinutes(30))
                        .PUT(HttpRequest.BodyPublishers.ofFile(file));
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
            } catch (S3Answer.SignedTooLongAgo | WorkspaceFiles.Refused e) {
                throw e;
            } catch (IOException e) {
                trouble = e.toString();
            }
            if (attempt == TRIES) {
                throw new IOException("could not upload " + upload.source() + " in " + TRIES + " tries: " + trouble);
            }
        }
    }
}
