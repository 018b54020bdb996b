package hudson.slaves;

import hudson.model.Computer;
import hudson.model.Slave;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.nio.charset.Charset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The running side of an agent. */
public class SlaveComputer extends Computer {
    private volatile Channel channel;

    public SlaveComputer(Slave slave) {
        super(slave);
        channel = Channel.labNew(slave.getNodeName());
    }

    @Override
    public VirtualChannel getChannel() {
        Channel current = channel;
        return current.isClosingOrClosed() ? null : current;
    }

    @Override
    protected synchronized Future<?> _connect(boolean forceReconnect) {
        if (isOffline()) {
            channel = Channel.labNew(getName());
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Charset getDefaultCharset() {
        return Charset.defaultCharset();
    }
}
