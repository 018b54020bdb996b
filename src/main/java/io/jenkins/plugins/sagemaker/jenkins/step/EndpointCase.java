package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.sagemaker.endpointtest.Expectation;
import io.jenkins.plugins.sagemaker.endpointtest.TestCase;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** One request to an endpoint, and what its answer must be. */
public final class EndpointCase extends AbstractDescribableImpl<EndpointCase> {

    private final String name;
    private String file;
    private String body;
    private String contentType;
    private String accept;
    private String targetVariant;
    private String label;
    private int topK = 1;
    private String contains;
    private String equalsJson;
    private double tolerance;
    private List<JsonPathCheck> jsonPaths;
    private Double min;
    private Double max;
    private int maxLatencyMillis;
    private int status;

    @DataBoundConstructor
    public EndpointCase(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    public String getName() {
        return name;
    }

    @CheckForNull
    public String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    @CheckForNull
    public String getBody() {
        return body;
    }

    @DataBoundSetter
    public void setBody(String body) {
        this.body = Util.fixEmptyAndTrim(body);
    }

    @CheckForNull
    public String getContentType() {
        return contentType;
    }

    @DataBoundSetter
    public void setContentType(String contentType) {
        this.contentType = Util.fixEmptyAndTrim(contentType);
    }

    @CheckForNull
    public String getAccept() {
        return accept;
    }

    @DataBoundSetter
    public void setAccept(String accept) {
        this.accept = Util.fixEmptyAndTrim(accept);
    }

    @CheckForNull
    public String getTargetVariant() {
        return targetVariant;
    }

    @DataBoundSetter
    public void setTargetVariant(String targetVariant) {
        this.targetVariant = Util.fixEmptyAndTrim(targetVariant);
    }

    @CheckForNull
    public String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(String label) {
        this.label = Util.fixEmptyAndTrim(label);
    }

    public int getTopK() {
        return topK;
    }

    @DataBoundSetter
    public void setTopK(int topK) {
        this.topK = topK;
    }

    @CheckForNull
    public String getContains() {
        return contains;
    }

    @DataBoundSetter
    public void setContains(String contains) {
        this.contains = Util.fixEmptyAndTrim(contains);
    }

    @CheckForNull
    public String getEqualsJson() {
        return equalsJson;
    }

    @DataBoundSetter
    public void setEqualsJson(String equalsJson) {
        this.equalsJson = Util.fixEmptyAndTrim(equalsJson);
    }

    public double getTolerance() {
        return tolerance;
    }

    @DataBoundSetter
    public void setTolerance(double tolerance) {
        this.tolerance = tolerance;
    }

    @CheckForNull
    public List<JsonPathCheck> getJsonPaths() {
        return jsonPaths;
    }

    @DataBoundSetter
    public void setJsonPaths(List<JsonPathCheck> jsonPaths) {
        this.jsonPaths = Arguments.given(jsonPaths);
    }

    @CheckForNull
    public Double getMin() {
        return min;
    }

    @DataBoundSetter
    public void setMin(Double min) {
        this.min = min;
    }

    @CheckForNull
    public Double getMax() {
        return max;
    }

    @DataBoundSetter
    public void setMax(Double max) {
        this.max = max;
    }

    public int getMaxLatencyMillis() {
        return maxLatencyMillis;
    }

    @DataBoundSetter
    public void setMaxLatencyMillis(int maxLatencyMillis) {
        this.maxLatencyMillis = maxLatencyMillis;
    }

    public int getStatus() {
        return status;
    }

    @DataBoundSetter
    public void setStatus(int status) {
        this.status = status;
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    TestCase testCase() {
        return new TestCase(
                Util.fixNull(name),
                Util.fixNull(file),
                Util.fixNull(body),
                Util.fixNull(contentType),
                Util.fixNull(accept),
                Util.fixNull(targetVariant),
                expectations());
    }

    private List<Expectation> expectations() {
        List<Expectation> all = new ArrayList<>();
        if (label != null) {
            all.add(new Expectation.Label(label, topK));
        }
        if (contains != null) {
            all.add(new Expectation.Contains(contains));
        }
        if (equalsJson != null) {
            all.add(new Expectation.EqualsJson(equalsJson, tolerance));
        }
        if (jsonPaths != null) {
            jsonPaths.forEach(p -> all.add(p.expectation()));
        }
        if (min != null || max != null) {
            all.add(new Expectation.NumericRange(
                    min == null ? Double.NEGATIVE_INFINITY : min, max == null ? Double.POSITIVE_INFINITY : max));
        }
        if (maxLatencyMillis > 0) {
            all.add(new Expectation.MaxLatency(maxLatencyMillis));
        }
        if (status > 0) {
            all.add(new Expectation.Status(status));
        }
        return all;
    }

    @Extension
    @Symbol("endpointCase")
    public static final class DescriptorImpl extends Descriptor<EndpointCase> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.EndpointCase_displayName();
        }
    }
}
