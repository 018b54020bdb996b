package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Wait.Cause;
import java.util.function.Consumer;

/** Has an operation watched as long as it waits for something that is listed. Used by the thread that makes the round; ended by any. */
final class Watching implements Wait.Waiter {

    private final Watchers watchers;
    private final Rounds<?, ?> rounds;
    private final Consumer<Cause> run;
    private volatile Wait wait;

    Watching(Watchers watchers, Rounds<?, ?> rounds, Consumer<Cause> run) {
        this.watchers = watchers;
        this.rounds = rounds;
        this.run = run;
    }

    /**
     * After a round.
     *
     * @return whether it is woken when the next one is due; else that is after the pause
     */
    boolean goesOn(Rounds.Next next) {
        if (next.again() != Cause.RETRY) {
            if (wait != null
                    && (next.watched() == null
                            || !wait.name.equals(next.watched().name()))) {
                end();
            }
            if (wait == null && next.watched() != null) {
                wait = watchers.join(next.watched(), this, rounds.deadline(), rounds.follows());
            }
        }
        Wait mine = wait;
        return mine != null
                && watchers.goOn(mine, next.again())
                && !next.pause().isZero();
    }

    void end() {
        Wait mine = wait;
        wait = null;
        if (mine != null) {
            watchers.leave(mine);
        }
    }

    @Override
    public void wake(Cause cause) {
        run.accept(cause);
    }

    @Override
    public Listing listing() throws RemoteException, InterruptedException {
        return rounds.listing();
    }
}
