package hudson.slaves;

import hudson.model.Computer;
import hudson.model.Slave;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.nio.charset.Charset;

/** The running side of an agent. */
public class SlaveComputer extends Computer {
    private final Channel channel;

    public SlaveComputer(Slave slave) {
        super(slave);
        channel = Channel.labNew(slave.getNodeName());
    }

    @Override
    public VirtualChannel getChannel() {
        return channel;
    }

    @Override
    public Charset getDefaultCharset() {
        return Charset.defaultCharset();
    }
}
