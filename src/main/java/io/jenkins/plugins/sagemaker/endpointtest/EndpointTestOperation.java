package io.jenkins.plugins.sagemaker.endpointtest;

import static io.jenkins.plugins.sagemaker.operation.Progress.failed;
import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests an endpoint: single cases, labelled data, load; then one report. Each round sends requests for a few seconds and leaves what it has
 * counted in its state, so a restart repeats at most that round's requests, and counts none of them twice.
 */
public record EndpointTestOperation(EndpointTestRequest request)
        implements Operation<Aws, EndpointTestState, EndpointTestResult> {

    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
        return "test of endpoint " + request.endpointName();
    }

    @Override
    public EndpointTestState begin() {
        return EndpointTestState.first();
    }

    /** Nothing outlives the request that asked for it. */
    @Override
    public boolean mayRunRemotely(EndpointTestState state) {
        return false;
    }

    @Override
    public String describe(EndpointTestState state) {
        int of =
                switch (state.phase()) {
                    case CASES -> request.cases().size();
                    case DATA -> state.items();
                    case WARM_UP -> request.load().warmupRequests();
                    case LOAD -> request.load().requests();
                    case CHECK, REPORT -> 0;
                };
        return state.phase().words()
                + (of == 0 ? "" : ", " + state.cursor() + " of " + of)
                + (state.attempts() == 0 ? "" : ", waiting for the endpoint to answer");
    }

    @Override
    public Progress<EndpointTestState, EndpointTestResult> advance(EndpointTestState state, Aws aws)
            throws RemoteException, InterruptedException {
        return switch (state.phase()) {
            case CHECK -> {
                var checked = new Preparation(request, aws.workspace()).check(state);
                yield next(checked, announcement(checked));
            }
            case CASES -> new CaseRounds(request, aws).advance(state);
            case DATA -> new DataRounds(request, aws).advance(state);
            case WARM_UP, LOAD -> new LoadRounds(request, aws).advance(state);
            case REPORT -> report(state, aws);
        };
    }

    /** There is nothing remote to stop: no request is under way between rounds. */
    @Override
    public boolean cancel(EndpointTestState state, Aws aws) {
        return false;
    }

    /** A round leaves nothing behind but what it has counted, and that counts only at its end. */
    @Override
    public boolean interruptible(EndpointTestState state) {
        return true;
    }

    private String announcement(EndpointTestState state) {
        List<String> parts = new ArrayList<>();
        if (!request.cases().isEmpty()) {
            parts.add(request.cases().size() == 1 ? "1 case" : request.cases().size() + " cases");
        }
        if (request.data() != null) {
            parts.add(state.items() + " labelled items from " + request.data().path());
        }
        if (request.load().requests() > 0) {
            parts.add("a load of " + request.load().requests() + " requests, "
                    + request.load().concurrency() + " at a time");
        }
        return "Testing endpoint " + request.endpointName() + " with " + String.join(", ", parts) + ".";
    }

    private Progress<EndpointTestState, EndpointTestResult> report(EndpointTestState state, Aws aws)
            throws RemoteException, InterruptedException {
        var report = new Report(request, state, Check.all(request, state));
        if (!request.junitReport().isEmpty()) {
            aws.workspace().write(request.junitReport(), new JUnitXml(request.endpointName()).write(report.checks()));
        }
        var result = report.result();
        if (result.passed()) {
            return Progress.succeeded(result, report.lines());
        }
        return request.unstable()
                ? new Progress.Succeeded<>(result, List.of(report.reason()), report.lines())
                : failed(report.reason(), report.lines());
    }
}
