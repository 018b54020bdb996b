package hudson.remoting;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The connection of the controller to itself. */
public class LocalChannel implements VirtualChannel {
    private final ExecutorService executor;

    public LocalChannel(ExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public <V, T extends Throwable> V call(hudson.remoting.Callable<V, T> callable)
            throws IOException, T, InterruptedException {
        return callable.call();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(hudson.remoting.Callable<V, T> callable) {
        Callable<V> work = () -> {
            try {
                return callable.call();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
        };
        java.util.concurrent.Future<V> core = executor.submit(work);
        return new Future<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return core.cancel(mayInterruptIfRunning);
            }

            @Override
            public boolean isCancelled() {
                return core.isCancelled();
            }

            @Override
            public boolean isDone() {
                return core.isDone();
            }

            @Override
            public V get() throws InterruptedException, ExecutionException {
                return core.get();
            }

            @Override
            public V get(long timeout, TimeUnit unit)
                    throws InterruptedException, ExecutionException, TimeoutException {
                return core.get(timeout, unit);
            }
        };
    }

    @Override
    public void close() {
        // The controller does not leave itself.
    }

    @Override
    public void join() throws InterruptedException {
        // As close().
    }
}
