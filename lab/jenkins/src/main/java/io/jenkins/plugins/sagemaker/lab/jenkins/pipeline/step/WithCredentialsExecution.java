package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.Secret;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Masking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.credentialsbinding.MultiBinding;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Binds in the background, runs the block, and unbinds. */
final class WithCredentialsExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("rawtypes")
    private final transient List<MultiBinding> bindings;

    private final ArrayList<MultiBinding.Unbinder> unbinders = new ArrayList<>();

    @SuppressWarnings("rawtypes")
    WithCredentialsExecution(StepContext context, List<MultiBinding> bindings) {
        super(context);
        this.bindings = bindings;
    }

    @Override
    public boolean start() {
        run(this::bind);
        return false;
    }

    private void bind() throws Exception {
        Run<?, ?> run = getContext().get(Run.class);
        TaskListener listener = getContext().get(TaskListener.class);
        FilePath workspace = getContext().get(FilePath.class);
        Launcher launcher = getContext().get(Launcher.class);
        Map<String, String> secret = new LinkedHashMap<>();
        Map<String, String> open = new LinkedHashMap<>();
        for (MultiBinding<?> binding : bindings) {
            if (binding.getDescriptor().requiresWorkspace()) {
                workspace.mkdirs();
            }
            MultiBinding.MultiEnvironment environment = binding.bind(run, workspace, launcher, listener);
            unbinders.add(environment.getUnbinder());
            secret.putAll(environment.getSecretValues());
            open.putAll(environment.getPublicValues());
        }
        if (!secret.isEmpty()) {
            listener.getLogger()
                    .println("Masking supported pattern matches of "
                            + secret.keySet().stream().map(name -> "$" + name).collect(Collectors.joining(" or ")));
        }
        getContext()
                .newBodyInvoker()
                .withContext(
                        EnvironmentExpander.merge(getContext().get(EnvironmentExpander.class), new Bound(secret, open)))
                .withContext(TaskListenerDecorator.merge(
                        getContext().get(TaskListenerDecorator.class), new Masking(secret.values())))
                .withCallback(new Unbind())
                .start();
    }

    private final class Unbind extends TailCall {
        private static final long serialVersionUID = 1L;

        @Override
        protected void finished(StepContext context) throws Exception {
            for (MultiBinding.Unbinder unbinder : unbinders) {
                unbinder.unbind(
                        context.get(Run.class),
                        context.get(FilePath.class),
                        context.get(Launcher.class),
                        context.get(TaskListener.class));
            }
        }
    }

    private static final class Bound extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final LinkedHashMap<String, Secret> secret = new LinkedHashMap<>();
        private final LinkedHashMap<String, String> open;

        Bound(Map<String, String> secret, Map<String, String> open) {
            secret.forEach((name, value) -> this.secret.put(name, Secret.fromString(value)));
            this.open = new LinkedHashMap<>(open);
        }

        @Override
        public void expand(EnvVars env) {
            open.forEach(env::override);
            secret.forEach((name, value) -> env.override(name, value.getPlainText()));
        }

        @Override
        public Set<String> getSensitiveVariables() {
            return new TreeSet<>(secret.keySet());
        }
    }
}
