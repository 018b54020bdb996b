package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.endpointtest.Expectation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What must be found at a place in a JSON answer. */
public final class JsonPathCheck extends AbstractDescribableImpl<JsonPathCheck> {

    private final String path;
    private String op = "==";
    private String value;
    private double tolerance;

    @DataBoundConstructor
    public JsonPathCheck(String path) {
        this.path = Util.fixEmptyAndTrim(path);
    }

    public String getPath() {
        return path;
    }

    @NonNull
    public String getOp() {
        return op;
    }

    @DataBoundSetter
    public void setOp(String op) {
        this.op = Util.fixEmptyAndTrim(op) == null ? "==" : op.trim();
    }

    @CheckForNull
    public String getValue() {
        return value;
    }

    @DataBoundSetter
    public void setValue(String value) {
        this.value = Util.fixEmpty(value);
    }

    public double getTolerance() {
        return tolerance;
    }

    @DataBoundSetter
    public void setTolerance(double tolerance) {
        this.tolerance = tolerance;
    }

    Expectation expectation() {
        return new Expectation.JsonPath(Util.fixNull(path), op, Util.fixNull(value), tolerance);
    }

    @Extension
    @Symbol("jsonPathCheck")
    public static final class DescriptorImpl extends Descriptor<JsonPathCheck> {
        @POST
        public ListBoxModel doFillOpItems(@AncestorInPath Item item, @QueryParameter String op) {
            return Choices.of(item, op, "==", "!=", "<", "<=", ">", ">=", "contains", "exists");
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.JsonPathCheck_displayName();
        }
    }
}
