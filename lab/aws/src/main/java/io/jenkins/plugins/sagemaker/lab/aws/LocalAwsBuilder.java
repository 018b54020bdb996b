package io.jenkins.plugins.sagemaker.lab.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;

/** How a {@link LocalAws} is to be. */
public final class LocalAwsBuilder {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 256;

    private int port;
    private double speed = 1;
    private Faults faults = Faults.none();
    private Timeline timeline;
    private boolean programs;

    LocalAwsBuilder() {}

    /** The TCP port; 0, the default, takes a free one. */
    public LocalAwsBuilder port(int newPort) {
        port = newPort;
        return this;
    }

    /**
     * Seconds of AWS's time in a second of this machine's, greater than 0; 1 by default. Has no effect beside
     * {@link #timeline(Timeline)}.
     */
    public LocalAwsBuilder speed(double newSpeed) {
        speed = newSpeed;
        return this;
    }

    /** What goes wrong; nothing by default. */
    public LocalAwsBuilder faults(Faults newFaults) {
        faults = newFaults;
        return this;
    }

    /**
     * The time to live in, which {@link LocalAws#close} closes; by default an {@link AcceleratedTimeline} that begins
     * now.
     */
    public LocalAwsBuilder timeline(Timeline newTimeline) {
        timeline = newTimeline;
        return this;
    }

    /**
     * Whether training jobs may run programs that requests bring along, with the rights of this process; not by
     * default, because whoever reaches the port could run anything.
     */
    public LocalAwsBuilder programs(boolean allowed) {
        programs = allowed;
        return this;
    }

    /** @throws UncheckedIOException if the port is taken */
    public LocalAws start() {
        HttpServerProperties.set();
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
            return new LocalAws(
                    server,
                    timeline == null ? new AcceleratedTimeline(speed, Instant.now()) : timeline,
                    faults,
                    programs);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The local AWS cannot listen on 127.0.0.1:" + port + " (" + e.getMessage()
                            + "); choose another port.",
                    e);
        }
    }
}
