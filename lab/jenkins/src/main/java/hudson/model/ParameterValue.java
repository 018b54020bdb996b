package hudson.model;

import hudson.EnvVars;
import java.io.Serial;
import java.io.Serializable;

/** What a build was given for a parameter. */
public abstract class ParameterValue implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    protected final String name;
    private String description;

    protected ParameterValue(String name, String description) {
        this.name = name;
        this.description = description;
    }

    protected ParameterValue(String name) {
        this(name, null);
    }

    public final String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Object getValue() {
        return null;
    }

    public void buildEnvironment(Run<?, ?> build, EnvVars env) {}

    public boolean isSensitive() {
        return false;
    }

    public String getShortDescription() {
        return toString();
    }
}
