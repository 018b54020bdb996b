package hudson.model;

import hudson.Extension;
import hudson.util.Secret;
import java.io.Serial;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Asks for a secret. */
public class PasswordParameterDefinition extends SimpleParameterDefinition {
    @Serial
    private static final long serialVersionUID = 1L;

    private Secret defaultValue;

    @DataBoundConstructor
    public PasswordParameterDefinition(String name, Secret defaultValueAsSecret, String description) {
        super(name, description);
        this.defaultValue = defaultValueAsSecret;
    }

    public Secret getDefaultValueAsSecret() {
        return defaultValue;
    }

    @Override
    public ParameterValue getDefaultParameterValue() {
        return new PasswordParameterValue(getName(), defaultValue, getDescription());
    }

    @Override
    public ParameterValue createValue(String value) {
        return new PasswordParameterValue(getName(), value, getDescription());
    }

    @Extension
    @Symbol({"password", "nonStoredPasswordParam"})
    public static final class ParameterDescriptorImpl extends ParameterDescriptor {
        @Override
        public String getDisplayName() {
            return "Password Parameter";
        }
    }
}
