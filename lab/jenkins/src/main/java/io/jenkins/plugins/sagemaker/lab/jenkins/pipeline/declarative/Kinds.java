package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Descriptor;
import hudson.model.JobPropertyDescriptor;
import hudson.model.ParameterDefinition;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The names that sections of a declarative Pipeline know, from the steps and symbols that are there. */
final class Kinds {

    /** Triggers that a Jenkins has; none of them starts a build in the lab. */
    static final Set<String> TRIGGERS = new TreeSet<>(Set.of("cron", "pollSCM", "upstream", "githubPush"));

    /** Options that say how a declarative Pipeline runs, and those that mean nothing in the lab. */
    static final Set<String> FLAGS = Set.of(
            "skipDefaultCheckout",
            "skipStagesAfterUnstable",
            "parallelsAlwaysFailFast",
            "checkoutToSubdirectory",
            "preserveStashes",
            "quietPeriod",
            "newContainerPerStage",
            "disableRestartFromStage",
            "overrideIndexTriggers");

    static final Set<String> STAGE_FLAGS = Set.of("skipDefaultCheckout", "checkoutToSubdirectory");

    /** Steps with a block that Jenkins does not take for options. */
    private static final Set<String> NO_WRAPPERS =
            Set.of("node", "stage", "parallel", "script", "withEnv", "withCredentials", "step");

    private Kinds() {}

    /** Steps that can be put around a pipeline or a stage. */
    static Set<String> wrappers() {
        Set<String> names = new TreeSet<>();
        for (StepDescriptor d : StepDescriptor.all()) {
            boolean needsNode = d.getRequiredContext().contains(FilePath.class)
                    || d.getRequiredContext().contains(Launcher.class);
            if (d.takesImplicitBlockArgument() && !needsNode && !NO_WRAPPERS.contains(d.getFunctionName())) {
                names.add(d.getFunctionName());
            }
        }
        return names;
    }

    /** Properties of jobs. */
    static Set<String> jobProperties() {
        Set<String> names = symbols(JobPropertyDescriptor.all());
        names.remove("parameters");
        return names;
    }

    @SuppressWarnings("rawtypes")
    static Set<String> parameters() {
        Set<Descriptor> descriptors = new java.util.LinkedHashSet<>();
        for (Descriptor d : ExtensionList.lookup(Descriptor.class)) {
            if (ParameterDefinition.class.isAssignableFrom(d.clazz)) {
                descriptors.add(d);
            }
        }
        return symbols(descriptors);
    }

    private static Set<String> symbols(Collection<?> descriptors) {
        Set<String> names = new TreeSet<>();
        descriptors.forEach(d -> names.addAll(SymbolLookup.getSymbolValue(d)));
        return names;
    }

    static String invalid(String what, String name, Set<String> valid) {
        return "Invalid " + what + " type \"" + name + "\". Valid " + what + " types: " + new TreeSet<>(valid);
    }
}
