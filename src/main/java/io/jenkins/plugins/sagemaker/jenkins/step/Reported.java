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
        if (end instanceof End.Stopped stopped && stopped.mayRunOn()) {
            String why = owner.isLeftOnStop(state)
                    ? "It was left running, as the step wants it."
                    : "It was asked to stop, but its end has not been seen.";
            return new RemoteWork(owner.node(), place.name(), place.url(), Outcome.LEFT, why);
        }
        return new RemoteWork(owner.node(), place.name(), place.url(), Outcome.STOPPED, "");
    }
}
