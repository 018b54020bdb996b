package org.jenkinsci.remoting;

import hudson.remoting.Channel;
import java.io.NotSerializableException;
import java.io.Serializable;

/** May be sent to an agent, but must not be written to disk. */
public interface SerializableOnlyOverRemoting extends Serializable {
    /** The connection that the current thread is sending over; fails where there is none. */
    default Channel getChannelForSerialization() throws NotSerializableException {
        Channel channel = Channel.current();
        if (channel == null) {
            throw new NotSerializableException(getClass().getName()
                    + " can only be sent to an agent, not be stored: the current thread is not sending");
        }
        return channel;
    }
}
