package io.jenkins.plugins.sagemaker.operation;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tells of changes as they happen, such as a queue into which the remote side puts them. It may be late, repeat itself, mix up what was first,
 * and lose what it has to tell: what it tells only makes somebody look sooner. Equal to every other one that reads the same in the same way.
 */
public interface Feed {

    /** What it is, in words: {@code the queue https://sqs.eu-central-1.amazonaws.com/123456789012/changes}. */
    String name();

    /** Of what it tells; equal to the {@link Listing#topic} of the lists that show the same things. */
    Object topic();

    /**
     * Waits some seconds for changes, or until there are any. Those of which the hearer has been told are not told again.
     *
     * @param hearer told once for each call that brings something; does not block
     * @return whether there may be more right now
     */
    boolean read(Consumer<List<Listing.Entry>> hearer) throws RemoteException, InterruptedException;
}
