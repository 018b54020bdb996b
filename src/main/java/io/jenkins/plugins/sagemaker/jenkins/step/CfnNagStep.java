package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code cfnNag}: checks CloudFormation templates for insecure infrastructure, with the rules of cfn_nag. */
public final class CfnNagStep extends Step {

    private final String inputPath;
    private String templatePattern;
    private String parameterValuesPath;
    private String conditionValuesPath;
    private String profilePath;
    private String denyListPath;
    private boolean allowSuppression = true;
    private boolean ignoreFatal;
    private boolean failOnWarnings;
    private int failureThreshold;
    private int unstableThreshold = -1;
    private boolean allowEmpty;
    private String junitReport;
    private String jsonReport;
    private String sarifReport;
    private boolean strict;
    private List<String> packs;
    private String rulesFile;

    @DataBoundConstructor
    public CfnNagStep(String inputPath) {
        this.inputPath = Util.fixEmptyAndTrim(inputPath);
    }

    public String getInputPath() {
        return inputPath;
    }

    @CheckForNull
    public String getTemplatePattern() {
        return templatePattern;
    }

    @DataBoundSetter
    public void setTemplatePattern(String templatePattern) {
        this.templatePattern = Util.fixEmptyAndTrim(templatePattern);
    }

    @CheckForNull
    public String getParameterValuesPath() {
        return parameterValuesPath;
    }

    @DataBoundSetter
    public void setParameterValuesPath(String parameterValuesPath) {
        this.parameterValuesPath = Util.fixEmptyAndTrim(parameterValuesPath);
    }

    @CheckForNull
    public String getConditionValuesPath() {
        return conditionValuesPath;
    }

    @DataBoundSetter
    public void setConditionValuesPath(String conditionValuesPath) {
        this.conditionValuesPath = Util.fixEmptyAndTrim(conditionValuesPath);
    }

    @CheckForNull
    public String getProfilePath() {
        return profilePath;
    }

    @DataBoundSetter
    public void setProfilePath(String profilePath) {
        this.profilePath = Util.fixEmptyAndTrim(profilePath);
    }

    @CheckForNull
    public String getDenyListPath() {
        return denyListPath;
    }

    @DataBoundSetter
    public void setDenyListPath(String denyListPath) {
        this.denyListPath = Util.fixEmptyAndTrim(denyListPath);
    }

    public boolean isAllowSuppression() {
        return allowSuppression;
    }

    @DataBoundSetter
    public void setAllowSuppression(boolean allowSuppression) {
        this.allowSuppression = allowSuppression;
    }

    public boolean isIgnoreFatal() {
        return ignoreFatal;
    }

    @DataBoundSetter
    public void setIgnoreFatal(boolean ignoreFatal) {
        this.ignoreFatal = ignoreFatal;
    }

    public boolean isFailOnWarnings() {
        return failOnWarnings;
    }

    @DataBoundSetter
    public void setFailOnWarnings(boolean failOnWarnings) {
        this.failOnWarnings = failOnWarnings;
    }

    public int getFailureThreshold() {
        return failureThreshold;
    }

    @DataBoundSetter
    public void setFailureThreshold(int failureThreshold) {
        this.failureThreshold = failureThreshold;
    }

    public int getUnstableThreshold() {
        return unstableThreshold;
    }

    @DataBoundSetter
    public void setUnstableThreshold(int unstableThreshold) {
        this.unstableThreshold = unstableThreshold;
    }

    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    @DataBoundSetter
    public void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    @CheckForNull
    public String getJunitReport() {
        return junitReport;
    }

    @DataBoundSetter
    public void setJunitReport(String junitReport) {
        this.junitReport = Util.fixEmptyAndTrim(junitReport);
    }

    @CheckForNull
    public String getJsonReport() {
        return jsonReport;
    }

    @DataBoundSetter
    public void setJsonReport(String jsonReport) {
        this.jsonReport = Util.fixEmptyAndTrim(jsonReport);
    }

    @CheckForNull
    public String getSarifReport() {
        return sarifReport;
    }

    @DataBoundSetter
    public void setSarifReport(String sarifReport) {
        this.sarifReport = Util.fixEmptyAndTrim(sarifReport);
    }

    public boolean isStrict() {
        return strict;
    }

    @DataBoundSetter
    public void setStrict(boolean strict) {
        this.strict = strict;
    }

    @CheckForNull
    public List<String> getPacks() {
        return packs;
    }

    @DataBoundSetter
    public void setPacks(List<String> packs) {
        this.packs = Arguments.lines(packs);
    }

    @CheckForNull
    public String getRulesFile() {
        return rulesFile;
    }

    @DataBoundSetter
    public void setRulesFile(String rulesFile) {
        this.rulesFile = Util.fixEmptyAndTrim(rulesFile);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        if (inputPath == null) {
            throw new AbortException(
                    "cfnNag: the argument inputPath is missing: name a template or a folder of templates.");
        }
        var operation = new LintOperation(request());
        return new OperationExecution<>(
                context,
                OperationOwner.of(context, operation, LintOperation.OnAgent.INSTANCE, new Limits(null, false)));
    }

    private Set<Pack> chosenPacks() throws AbortException {
        Set<Pack> chosen = EnumSet.noneOf(Pack.class);
        for (String label : packs == null ? List.<String>of() : packs) {
            try {
                chosen.add(Pack.named(label));
            } catch (IllegalArgumentException e) {
                throw new AbortException("cfnNag: " + e.getMessage() + " Correct packs.");
            }
        }
        return Set.copyOf(chosen);
    }

    private LintRequest request() throws AbortException {
        return new LintRequest(
                inputPath,
                templatePattern,
                parameterValuesPath,
                conditionValuesPath,
                profilePath,
                denyListPath,
                allowSuppression,
                ignoreFatal,
                failOnWarnings,
                failureThreshold,
                unstableThreshold,
                allowEmpty,
                junitReport,
                jsonReport,
                sarifReport,
                strict,
                chosenPacks(),
                rulesFile);
    }

    @Extension
    public static final class DescriptorImpl extends StepDescriptor implements TextLines {

        @Override
        public String getFunctionName() {
            return "cfnNag";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.CfnNagStep_displayName();
        }

        /** The computer stands for its workspace, which Jenkins cannot give while the agent is away for a moment; the step waits for that. */
        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class, Computer.class);
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> arguments) {
            Object path = arguments.get("inputPath");
            return path == null ? null : path.toString();
        }
    }
}
