package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.sagemaker.endpointtest.EndpointTestRequest;
import io.jenkins.plugins.sagemaker.endpointtest.LabelledData;
import io.jenkins.plugins.sagemaker.endpointtest.Load;
import io.jenkins.plugins.sagemaker.endpointtest.Metrics;
import java.util.List;

/** From the arguments of {@link InvokeEndpointTestStep} to the request. */
final class EndpointTestArguments {

    private EndpointTestArguments() {}

    /** @throws AbortException with one sentence for the user */
    static EndpointTestRequest of(InvokeEndpointTestStep step) throws AbortException {
        if (step.getTags() != null) {
            throw new AbortException(
                    "invokeEndpointTest: tags are for what a step creates, and this one creates nothing: leave them out.");
        }
        try {
            return new EndpointTestRequest(
                    Util.fixNull(step.getEndpointName()),
                    or(step.getCases()).stream().map(EndpointCase::testCase).toList(),
                    data(step),
                    or(step.getLabels()),
                    Util.fixNull(step.getAnswerPath()),
                    or(step.getMetricThresholds()).stream()
                            .map(Metrics::threshold)
                            .toList(),
                    new Load(
                            step.getRequests(),
                            step.getConcurrency(),
                            step.getWarmupRequests(),
                            step.getMaxErrorRate(),
                            or(step.getLatencyThresholds()).stream()
                                    .map(Load::latencyThreshold)
                                    .toList()),
                    Util.fixNull(step.getJunitReport()),
                    isUnstable(step));
        } catch (IllegalArgumentException e) {
            throw new AbortException("invokeEndpointTest: " + e.getMessage());
        }
    }

    private static LabelledData data(InvokeEndpointTestStep step) {
        String dataset = step.getDataset();
        return dataset == null
                ? null
                : new LabelledData(
                        LabelledData.Form.of(dataset),
                        dataset,
                        Util.fixNull(step.getLabelColumn()),
                        Util.fixNull(step.getContentType()),
                        Util.fixNull(step.getAccept()));
    }

    private static boolean isUnstable(InvokeEndpointTestStep step) {
        return switch (String.valueOf(step.getFailureResult())) {
            case "FAILURE" -> false;
            case "UNSTABLE" -> true;
            default ->
                throw new IllegalArgumentException(
                        "failureResult must be FAILURE or UNSTABLE, not: " + step.getFailureResult());
        };
    }

    private static <T> List<T> or(List<T> given) {
        return given == null ? List.of() : given;
    }
}
