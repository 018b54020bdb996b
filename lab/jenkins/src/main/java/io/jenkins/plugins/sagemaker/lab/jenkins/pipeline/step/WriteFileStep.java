package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.FilePath;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code writeFile}: writes a text to a file in the workspace. */
public final class WriteFileStep extends Step {

    private final String file;
    private final String text;
    private String encoding;

    @DataBoundConstructor
    public WriteFileStep(String file, String text) {
        this.file = file;
        this.text = text;
    }

    public String getFile() {
        return file;
    }

    public String getText() {
        return text;
    }

    public String getEncoding() {
        return encoding;
    }

    /** The name of a charset; UTF-8 unless set. With {@code Base64} the text is decoded and its bytes are written. */
    @DataBoundSetter
    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlockingVoid(context, c -> {
            FilePath target = c.get(FilePath.class).child(file);
            if ("Base64".equals(encoding)) {
                target.copyFrom(new ByteArrayInputStream(Base64.getDecoder().decode(text)));
            } else {
                target.write(text, encoding == null ? "UTF-8" : encoding);
            }
        });
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("writeFile", false, FilePath.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return namedArgs.get("file") instanceof String file ? file : null;
        }
    }
}
