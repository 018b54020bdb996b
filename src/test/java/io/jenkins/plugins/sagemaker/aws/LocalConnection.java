package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.Scheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** A connection from a test to a local AWS, over real HTTP with the plugin's own clients, in the local AWS's time. */
public final class LocalConnection implements AutoCloseable {

    public static final String REGION = "eu-central-1";

    private final LocalAws local;
    private final ClientFactory factory;
    private final LocalTime time = new LocalTime();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(16);
    private final double speed;
    public final FolderWorkspace workspace;

    /** @param speed how much faster than ours the local AWS's time passes */
    public LocalConnection(LocalAws local, double speed, Path folder) {
        this.local = local;
        this.speed = speed;
        this.workspace = new FolderWorkspace(folder);
        this.factory = new ClientFactory(time, speed, ClientFactory.Proxy.NONE);
    }

    public Aws connect() throws RemoteException, InterruptedException {
        var identity = new LiveAws.Identity(
                AwsBasicCredentials.create("test", "test"), REGION, local.endpoint(), null, null, "test");
        return LiveAws.connect(factory, identity, workspace, new LocalClock());
    }

    /**
     * A queue of the local AWS.
     *
     * @param role null for none
     */
    public MessageQueue queue(String url, String role) throws RemoteException, InterruptedException {
        var identity = new LiveAws.Identity(
                AwsBasicCredentials.create("test", "test"), REGION, local.endpoint(), role, null, "test");
        return LiveAws.connect(factory, identity, QueueUrl.parse(url).orElseThrow());
    }

    /** Threads that work in the local AWS's time. */
    public Scheduler scheduler() {
        return time;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        factory.close();
    }

    private final class LocalTime implements Scheduler {
        @Override
        public Instant now() {
            return local.timeline().now();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            threads.schedule(task, (long) (delay.toNanos() / speed), TimeUnit.NANOSECONDS);
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep((long) (duration.toNanos() / speed));
        }
    }

    private final class LocalClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return local.timeline().now();
        }
    }
}
