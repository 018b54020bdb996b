package hudson.model;

import hudson.EnvVars;
import java.io.Serial;
import java.util.Objects;
import org.kohsuke.stapler.DataBoundConstructor;

/** Yes or no. */
public class BooleanParameterValue extends ParameterValue {
    @Serial
    private static final long serialVersionUID = 1L;

    public final boolean value;

    @DataBoundConstructor
    public BooleanParameterValue(String name, boolean value) {
        this(name, value, null);
    }

    public BooleanParameterValue(String name, boolean value, String description) {
        super(name, description);
        this.value = value;
    }

    @Override
    public Boolean getValue() {
        return value;
    }

    @Override
    public void buildEnvironment(Run<?, ?> build, EnvVars env) {
        env.put(name, Boolean.toString(value));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof BooleanParameterValue that && name.equals(that.name) && value == that.value;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value);
    }

    @Override
    public String toString() {
        return "(BooleanParameterValue) " + name + "='" + value + "'";
    }
}
