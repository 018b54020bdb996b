package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import groovy.lang.GroovyObject;
import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What a value of {@code environment} sees: the variables beside it, by name or as {@code env.NAME}, then all others. */
public final class EnvironmentScope extends GroovyObjectSupport implements Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressFBWarnings(value = "SE_BAD_FIELD", justification = "the script or its env, and both can be written")
    private final GroovyObject around;

    private final String prefix;
    private final LinkedHashMap<String, String> variables;

    @Whitelisted
    public EnvironmentScope(Object script) {
        this((GroovyObject) script, "", new LinkedHashMap<>());
    }

    private EnvironmentScope(GroovyObject around, String prefix, LinkedHashMap<String, String> variables) {
        this.around = around;
        this.prefix = prefix;
        this.variables = variables;
    }

    @Override
    public Object getProperty(String name) {
        if (variables.containsKey(name)) {
            return variables.get(name);
        }
        Object value = around.getProperty(name);
        return prefix.isEmpty() && name.equals("env")
                ? new EnvironmentScope((GroovyObject) value, "env.", variables)
                : value;
    }

    /** Adds a variable that has its value now. */
    public void add(String name, Object value) {
        variables.put(name, String.valueOf(value));
    }

    /** As {@code withEnv} takes them. */
    public List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            pairs.add(variable.getKey() + "=" + variable.getValue());
        }
        return pairs;
    }
}
