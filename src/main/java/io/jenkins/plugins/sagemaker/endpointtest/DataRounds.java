package io.jenkins.plugins.sagemaker.endpointtest;

import static io.jenkins.plugins.sagemaker.operation.Progress.failed;
import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.endpointtest.Answer.None;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.Progress.Pace;
import io.jenkins.plugins.sagemaker.operation.Progress.Waiting;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.List;

/** Asks for the labelled data, several items at a time, and again for those that a busy endpoint did not answer. */
record DataRounds(EndpointTestRequest request, Aws aws) {

    Progress<EndpointTestState, EndpointTestResult> advance(EndpointTestState state)
            throws RemoteException, InterruptedException {
        Items items = Items.open(request.data(), aws.workspace());
        if (!items.fingerprint().equals(state.fingerprint())) {
            return failed(
                    "The data set " + request.data().path() + " was changed while endpoint " + request.endpointName()
                            + " was being tested with it.",
                    List.of());
        }
        var invoker = new Invoker(request.endpointName(), aws);
        var reader = new AnswerReader(request.labels(), request.answerPath());
        var measured = state.measured().copy();
        int at = state.cursor();
        int tries = state.attempts();
        List<Integer> pending = state.pending();
        for (var round = new Round(); (at < items.size() || !pending.isEmpty()) && !round.isOver(); ) {
            boolean again = !pending.isEmpty();
            List<Integer> batch =
                    again ? pending : Round.batch(items, at, request.load().concurrency());
            var answers =
                    invoker.invokeAll(items.payloads(batch), request.load().concurrency());
            boolean last = tries + 1 >= Round.MOST_ATTEMPTS;
            List<Integer> unanswered = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                if (answers.get(i) instanceof None && !last) {
                    unanswered.add(batch.get(i));
                } else {
                    int item = batch.get(i);
                    measured.addItem(items.name(item), Numbers.label(items.label(item)), answers.get(i), reader);
                }
            }
            at = again ? at : at + batch.size();
            pending = unanswered;
            tries = unanswered.isEmpty() ? 0 : tries + 1;
            if (!unanswered.isEmpty()) {
                return new Waiting<>(state.afterItems(at, unanswered, tries, measured), Pace.LATER, List.of());
            }
        }
        var after = state.afterItems(at, pending, tries, measured);
        return at < items.size()
                ? next(after, Round.news(state.cursor(), at, items.size(), "labelled items"))
                : next(after.to(LoadRounds.firstPhase(request)));
    }
}
