package hudson.model;

import hudson.Extension;
import java.io.Serial;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Asks for several lines. */
public class TextParameterDefinition extends StringParameterDefinition {
    @Serial
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public TextParameterDefinition(String name) {
        super(name);
    }

    public TextParameterDefinition(String name, String defaultValue, String description) {
        super(name, defaultValue, description);
    }

    @Extension
    @Symbol({"text", "textParam"})
    public static class DescriptorImpl extends ParameterDescriptor {
        @Override
        public String getDisplayName() {
            return "Multi-line String Parameter";
        }
    }
}
