package hudson.model;

import hudson.Extension;
import hudson.Util;
import java.io.Serial;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Asks for a string. */
public class StringParameterDefinition extends SimpleParameterDefinition {
    @Serial
    private static final long serialVersionUID = 1L;

    private String defaultValue;
    private boolean trim;

    @DataBoundConstructor
    public StringParameterDefinition(String name) {
        super(name);
    }

    public StringParameterDefinition(String name, String defaultValue) {
        this(name, defaultValue, null, false);
    }

    public StringParameterDefinition(String name, String defaultValue, String description) {
        this(name, defaultValue, description, false);
    }

    public StringParameterDefinition(String name, String defaultValue, String description, boolean trim) {
        super(name, description);
        setDefaultValue(defaultValue);
        this.trim = trim;
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    @DataBoundSetter
    public void setDefaultValue(String defaultValue) {
        this.defaultValue = Util.fixEmpty(defaultValue);
    }

    public boolean isTrim() {
        return trim;
    }

    @DataBoundSetter
    public void setTrim(boolean trim) {
        this.trim = trim;
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        return (StringParameterValue) createValue(defaultValue);
    }

    @Override
    public ParameterValue createValue(String value) {
        String given = value == null ? "" : value;
        return new StringParameterValue(getName(), trim ? given.trim() : given, getDescription());
    }

    @Extension
    @Symbol({"string", "stringParam"})
    public static class DescriptorImpl extends ParameterDescriptor {
        @Override
        public String getDisplayName() {
            return "String Parameter";
        }
    }
}
