package hudson.model;

import hudson.EnvVars;
import hudson.util.Secret;
import java.io.Serial;

/** A secret. */
public class PasswordParameterValue extends ParameterValue {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Secret value;

    public PasswordParameterValue(String name, String value) {
        this(name, value, null);
    }

    public PasswordParameterValue(String name, String value, String description) {
        this(name, Secret.fromString(value), description);
    }

    public PasswordParameterValue(String name, Secret value, String description) {
        super(name, description);
        this.value = value;
    }

    @Override
    public Secret getValue() {
        return value;
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public void buildEnvironment(Run<?, ?> build, EnvVars env) {
        env.put(name, Secret.toString(value));
    }

    @Override
    public String getShortDescription() {
        return name + "=****";
    }
}
