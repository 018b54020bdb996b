package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Something remote that is created once by name, logs a line with each look, and is done after five looks. */
final class RemoteJob {

    int created;
    boolean running;
    boolean stopped;
    int looks;
    IntConsumer onLook = look -> {};
    final List<Runnable> troubles = new ArrayList<>();
    final List<RemoteException> refusals = new ArrayList<>();

    void create() throws RemoteException {
        refuse();
        created++;
        running = true;
        afterEffect();
    }

    int look() throws RemoteException {
        refuse();
        looks++;
        onLook.accept(looks);
        return looks;
    }

    void stop() throws RemoteException {
        refuse();
        running = false;
        stopped = true;
        afterEffect();
    }

    private void refuse() throws RemoteException {
        if (!refusals.isEmpty()) {
            throw refusals.remove(0);
        }
    }

    /** What a test wants to happen between an effect and its answer. */
    private void afterEffect() {
        if (!troubles.isEmpty()) {
            troubles.remove(0).run();
        }
    }

    static RemoteException refusal(Kind kind) {
        return new RemoteException(kind, kind.name(), "the service says " + kind, null);
    }
}
