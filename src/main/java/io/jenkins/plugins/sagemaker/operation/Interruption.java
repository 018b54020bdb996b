package io.jenkins.plugins.sagemaker.operation;

/**
 * Lets a wish to stop end the round that is being worked on, if that round allows it. An interrupt meant for a round never reaches another
 * one, nor is one of somebody else (a controller that shuts down) taken for ours.
 */
final class Interruption {

    private Thread worker;
    private boolean cutOff;

    /** A round that may be cut off. */
    interface Round<T> {
        T work() throws RemoteException, InterruptedException;
    }

    /** @return null if the round has been cut off */
    <T> T during(Round<T> round) throws RemoteException, InterruptedException {
        synchronized (this) {
            worker = Thread.currentThread();
        }
        try {
            return round.work();
        } catch (InterruptedException e) {
            if (isCutOff()) {
                return null;
            }
            throw e;
        } finally {
            synchronized (this) {
                worker = null;
                if (cutOff) {
                    cutOff = false;
                    Thread.interrupted(); // it was meant for this round alone
                }
            }
        }
    }

    private synchronized boolean isCutOff() {
        return cutOff;
    }

    /** Ends the round of the moment; does nothing if there is none that may be cut off. */
    synchronized void cutOff() {
        if (worker != null) {
            cutOff = true;
            worker.interrupt();
        }
    }
}
