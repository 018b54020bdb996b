package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.jenkins.report.Outcome;
import io.jenkins.plugins.sagemaker.jenkins.report.RemoteWork;
import io.jenkins.plugins.sagemaker.operation.End;
import java.io.Serializable;
import java.util.Map;

/**
 * The end of an operation as the build's page shows it.
 *
 * @param state the operation's last one
 */
record Reported(OperationOwner<?, ?> owner, Serializable state, End end) {

    RemoteWork work() {
        var place = owner.place(state);
        if (end instanceof End.Succeeded good) {
            Map<?, ?> result = Arguments.plain(good.result()) instanceof Map<?, ?> map ? map : Map.of();
            String url = result.get("consoleUrl") instanceof String page ? page : place.url();
            Outcome outcome = good.warnings().isEmpty() ? Outcome.SUCCEEDED : Outcome.UNSTABLE;
            return new RemoteWork(owner.node(), place.name(), url, outcome, String.join("; ", good.warnings()))
                    .with(result);
        }
        if (end instanceof End.Failed bad) {
            return new RemoteWork(owner.node(), place.name(), place.url(), Outcome.FAILED, bad.reason());
        }
        Outcome outcome = end instanceof End.Stopped stopped && stopped.mayRunOn() ? Outcome.LEFT : Outcome.STOPPED;
        return new RemoteWork(owner.node(), place.name(), place.url(), outcome, "");
    }
}
