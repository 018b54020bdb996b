package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.cps.GlobalVariable;

/** {@code pipeline}: the interpreter of declarative Pipelines, compiled with the Jenkinsfile so that a restart finds it again. */
@Extension
public final class DeclarativePipeline extends GlobalVariable {

    @Override
    public @NonNull String getName() {
        return DeclarativeCustomizer.PIPELINE;
    }

    @Override
    public @NonNull Object getValue(@NonNull CpsScript script) throws Exception {
        load(script, "Conditions");
        load(script, "Surroundings");
        Class<?> interpreter = load(script, "Interpreter");
        return interpreter
                .getConstructor(Object.class, DeclarativeRun.class)
                .newInstance(script, new DeclarativeRun(script.labExecution().getOwner()));
    }

    private static Class<?> load(CpsScript script, String name) throws IOException {
        try (InputStream source = DeclarativePipeline.class.getResourceAsStream(name + ".groovy")) {
            if (source == null) {
                throw new IOException("the lab is not complete: " + name + ".groovy is missing");
            }
            return script.labExecution().labCompile(name, new String(source.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
