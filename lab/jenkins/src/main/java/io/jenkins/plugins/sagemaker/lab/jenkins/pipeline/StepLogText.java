package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.console.AnnotatedLargeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What one step wrote to a build's log. */
public final class StepLogText<T> extends AnnotatedLargeText<T> {

    private final BuildLog log;
    private final String nodeId;

    public StepLogText(BuildLog log, String nodeId, boolean completed, T context) {
        super(log.file(), StandardCharsets.UTF_8, completed, context);
        this.log = log;
        this.nodeId = nodeId;
    }

    @Override
    public long length() {
        try {
            return log.read(nodeId).length;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log.file(), e);
        }
    }

    @Override
    protected InputStream labOpen() throws IOException {
        return new ByteArrayInputStream(log.read(nodeId));
    }
}
