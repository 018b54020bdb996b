package hudson.slaves;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Node;
import hudson.model.TaskListener;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Environment variables of a node, or of all. */
public class EnvironmentVariablesNodeProperty extends NodeProperty<Node> {
    private final List<Entry> env;

    @DataBoundConstructor
    public EnvironmentVariablesNodeProperty(List<Entry> env) {
        this.env = new ArrayList<>(env);
    }

    public EnvironmentVariablesNodeProperty(Entry... env) {
        this(List.of(env));
    }

    public List<Entry> getEnv() {
        return env;
    }

    public EnvVars getEnvVars() {
        EnvVars vars = new EnvVars();
        env.forEach(e -> vars.put(e.key, e.value));
        return vars;
    }

    @Override
    public void buildEnvVars(EnvVars env, TaskListener listener) {
        env.putAll(getEnvVars());
    }

    /** One variable. */
    public static class Entry {
        public String key;
        public String value;

        @DataBoundConstructor
        public Entry(String key, String value) {
            this.key = key;
            this.value = value;
        }
    }

    @Extension
    @Symbol("envVars")
    public static class DescriptorImpl extends NodePropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Environment variables";
        }
    }
}
