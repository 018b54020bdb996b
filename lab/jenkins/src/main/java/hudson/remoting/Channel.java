package hudson.remoting;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Remoting;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.security.Roles;
import org.jenkinsci.remoting.Role;
import org.jenkinsci.remoting.RoleChecker;
import org.jenkinsci.remoting.RoleSensitive;

/**
 * A connection to an agent, which here is a pool of threads of this process. What is called and what comes back pass
 * through serialization, so that nothing but what can be sent is shared.
 */
public class Channel implements VirtualChannel, IChannel, Closeable {
    private static final ThreadLocal<Channel> CURRENT = new ThreadLocal<>();

    private final String name;
    private final ExecutorService executor;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Channel(String name) {
        this.name = name;
        this.executor = Executors.newCachedThreadPool(
                io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads.factory("Agent " + name));
    }

    /** A new agent of that name. */
    public static Channel labNew(String name) {
        return new Channel(name);
    }

    public String getName() {
        return name;
    }

    /** The connection over which the calling thread sends, or was called; null in any other thread. */
    public static Channel current() {
        return CURRENT.get();
    }

    public static Channel currentOrFail() {
        Channel c = current();
        if (c == null) {
            throw new IllegalStateException("No channel is associated with the thread");
        }
        return c;
    }

    public static Channel labBecome(Channel channel) {
        Channel before = CURRENT.get();
        if (channel == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(channel);
        }
        return before;
    }

    public boolean isClosingOrClosed() {
        return closed.getCount() == 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException {
        java.util.concurrent.Future<byte[]> answer = send(callable);
        try {
            return (V) Remoting.receive(this, answer.get());
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (isClosingOrClosed()) {
                throw new RequestAbortedException(
                        new ChannelClosedException(this, "Agent " + name + " went away", null));
            }
            throw (T) Remoting.thrown(this, e.getCause());
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        java.util.concurrent.Future<byte[]> answer = send(callable);
        Channel channel = this;
        return new Future<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return answer.cancel(mayInterruptIfRunning);
            }

            @Override
            public boolean isCancelled() {
                return answer.isCancelled();
            }

            @Override
            public boolean isDone() {
                return answer.isDone();
            }

            private V read(byte[] bytes) throws ExecutionException {
                try {
                    return (V) Remoting.receive(channel, bytes);
                } catch (IOException e) {
                    throw new ExecutionException(e);
                }
            }

            @Override
            public V get() throws InterruptedException, ExecutionException {
                return read(answer.get());
            }

            @Override
            public V get(long timeout, TimeUnit unit)
                    throws InterruptedException, ExecutionException, TimeoutException {
                return read(answer.get(timeout, unit));
            }
        };
    }

    private java.util.concurrent.Future<byte[]> send(Callable<?, ?> callable) throws IOException {
        if (isClosingOrClosed()) {
            throw new ChannelClosedException(this, "Agent " + name + " is disconnected", null);
        }
        byte[] sent = Remoting.send(this, callable);
        return executor.submit(() -> {
            Channel before = labBecome(this);
            try {
                Callable<?, ?> there = (Callable<?, ?>) Remoting.receive(this, sent);
                there.checkRoles(AGENT);
                return Remoting.send(this, there.call());
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new CompletionOfCall(e);
            } finally {
                labBecome(before);
            }
        });
    }

    /** Lets only what may run on an agent run. */
    static final RoleChecker AGENT = new RoleChecker() {
        @Override
        public void check(RoleSensitive subject, Collection<Role> expected) {
            if (!expected.contains(Roles.SLAVE)) {
                throw new SecurityException(subject.getClass().getName() + " may not be sent to an agent");
            }
        }
    };

    private static final class CompletionOfCall extends Exception {
        private static final long serialVersionUID = 1L;

        CompletionOfCall(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public void close() throws IOException {
        labClose();
    }

    /** Ends the agent: what runs there is interrupted, what is called from now on fails. */
    public void labClose() {
        closed.countDown();
        executor.shutdownNow();
    }

    @Override
    public void join() throws InterruptedException {
        closed.await();
    }

    @Override
    public String toString() {
        return "Channel to " + name;
    }
}
