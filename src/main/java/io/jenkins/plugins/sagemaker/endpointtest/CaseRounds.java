package io.jenkins.plugins.sagemaker.endpointtest;

import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.endpointtest.Answer.Given;
import io.jenkins.plugins.sagemaker.endpointtest.Answer.None;
import io.jenkins.plugins.sagemaker.endpointtest.EndpointTestState.CaseResult;
import io.jenkins.plugins.sagemaker.endpointtest.EndpointTestState.Phase;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.Progress.Pace;
import io.jenkins.plugins.sagemaker.operation.Progress.Waiting;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tries the cases, one at a time. */
record CaseRounds(EndpointTestRequest request, Aws aws) {

    Progress<EndpointTestState, EndpointTestResult> advance(EndpointTestState state)
            throws RemoteException, InterruptedException {
        var invoker = new Invoker(request.endpointName(), aws);
        var measured = state.measured().copy();
        List<CaseResult> results = new ArrayList<>(state.cases());
        int tries = state.attempts();
        int at = state.cursor();
        for (var round = new Round(); at < request.cases().size() && !round.isOver(); at++) {
            TestCase one = request.cases().get(at);
            Answer answer = invoker.invoke(payload(one, aws));
            if (answer instanceof None none) {
                if (++tries < Round.MOST_ATTEMPTS) {
                    return new Waiting<>(state.afterCases(at, tries, results, measured), Pace.LATER, List.of());
                }
                results.add(new CaseResult(one.name(), none.micros(), givenUp(none)));
            } else {
                Given given = (Given) answer;
                measured.addCase(given);
                results.add(new CaseResult(one.name(), given.micros(), complaint(one, given)));
            }
            tries = 0;
        }
        var after = state.afterCases(at, tries, results, measured);
        return next(
                at < request.cases().size()
                        ? after
                        : after.to(request.data() == null ? LoadRounds.firstPhase(request) : Phase.DATA));
    }

    static Payload payload(TestCase one, Aws aws) throws RemoteException, InterruptedException {
        return one.payload(
                one.file().isEmpty()
                        ? one.bodyBytes()
                        : aws.workspace()
                                .read(List.of(one.file()), Payload.LARGEST)
                                .get(one.file()));
    }

    private String complaint(TestCase one, Given answer) {
        if (!answer.good() && one.expectations().stream().noneMatch(wanted -> wanted instanceof Expectation.Status)) {
            return "expected an answer, but " + answer.refusal();
        }
        var reader = new AnswerReader(request.labels(), request.answerPath());
        return one.expectations().stream()
                .flatMap(wanted -> wanted.complaint(answer, reader).stream())
                .collect(Collectors.joining("; "));
    }

    private static String givenUp(None none) {
        return "expected an answer, but there was none in " + Round.MOST_ATTEMPTS + " attempts: " + none.reason();
    }
}
