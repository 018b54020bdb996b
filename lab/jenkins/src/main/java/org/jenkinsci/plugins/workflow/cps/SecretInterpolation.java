package org.jenkinsci.plugins.workflow.cps;

import hudson.EnvVars;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Warns of secrets that reach a step by Groovy string interpolation, in Jenkins' words. */
final class SecretInterpolation {

    private SecretInterpolation() {}

    static void warn(String step, StepArguments arguments, CpsStepContext context)
            throws IOException, InterruptedException {
        EnvironmentExpander expander = context.get(EnvironmentExpander.class);
        if (arguments.interpolated().isEmpty()
                || expander == null
                || expander.getSensitiveVariables().isEmpty()) {
            return;
        }
        EnvVars env = context.get(EnvVars.class);
        List<String> found = expander.getSensitiveVariables().stream()
                .filter(name -> !env.get(name, "").isEmpty())
                .filter(name -> arguments.interpolated().stream().anyMatch(text -> text.contains(env.get(name))))
                .sorted()
                .toList();
        if (!found.isEmpty()) {
            context.get(TaskListener.class)
                    .getLogger()
                    .println("Warning: A secret was passed to \"" + step
                            + "\" using Groovy String interpolation, which is insecure.\n\t\t Affected argument(s) used the"
                            + " following variable(s): " + found + "\n\t\t See"
                            + " https://jenkins.io/redirect/groovy-string-interpolation for details.");
        }
    }
}
