package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jenkins.MasterToSlaveFileCallable;

/** Sends files, or parts of them, from the agent, a few at a time. */
final class Uploading extends MasterToSlaveFileCallable<Void> {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 4;

    private final List<Upload> uploads;

    Uploading(List<Upload> uploads) {
        this.uploads = uploads;
    }

    @Override
    public Void invoke(File directory, VirtualChannel channel) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var put = new SignedPut();
            List<Future<?>> sent = new ArrayList<>();
            for (Upload upload : uploads) {
                Path file = WorkspaceFiles.inside(directory, upload.source());
                sent.add(threads.submit(() -> {
                    put.send(upload, file);
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
}
