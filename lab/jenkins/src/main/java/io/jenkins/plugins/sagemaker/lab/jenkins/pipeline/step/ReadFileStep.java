package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.FilePath;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code readFile}: answers the text of a file in the workspace. */
public final class ReadFileStep extends Step {

    private final String file;
    private String encoding;

    @DataBoundConstructor
    public ReadFileStep(String file) {
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    public String getEncoding() {
        return encoding;
    }

    /** The name of a charset; UTF-8 unless set. With {@code Base64} the bytes are encoded. */
    @DataBoundSetter
    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlocking(context, c -> {
            try (InputStream in = c.get(FilePath.class).child(file).read()) {
                byte[] bytes = in.readAllBytes();
                if ("Base64".equals(encoding)) {
                    return Base64.getEncoder().encodeToString(bytes);
                }
                return new String(bytes, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
            }
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("readFile", false, FilePath.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return namedArgs.get("file") instanceof String file ? file : null;
        }
    }
}
