package hudson.model;

import java.io.Serial;

/** A parameter that can be given as a string. */
public abstract class SimpleParameterDefinition extends ParameterDefinition {
    @Serial
    private static final long serialVersionUID = 1L;

    protected SimpleParameterDefinition(String name) {
        super(name);
    }

    protected SimpleParameterDefinition(String name, String description) {
        super(name, description);
    }

    public abstract ParameterValue createValue(String value);
}
