package hudson.model;

import hudson.EnvVars;
import java.io.Serial;
import java.util.Objects;
import org.kohsuke.stapler.DataBoundConstructor;

/** A string. */
public class StringParameterValue extends ParameterValue {
    @Serial
    private static final long serialVersionUID = 1L;

    public final String value;

    @DataBoundConstructor
    public StringParameterValue(String name, String value) {
        this(name, value, null);
    }

    public StringParameterValue(String name, String value, String description) {
        super(name, description);
        this.value = value == null ? "" : value;
    }

    @Override
    public String getValue() {
        return value;
    }

    @Override
    public void buildEnvironment(Run<?, ?> build, EnvVars env) {
        env.put(name, value);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StringParameterValue that && name.equals(that.name) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value);
    }

    @Override
    public String toString() {
        return "(StringParameterValue) " + name + "='" + value + "'";
    }
}
