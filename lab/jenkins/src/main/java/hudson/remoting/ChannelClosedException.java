package hudson.remoting;

import java.io.IOException;
import java.io.Serial;

/** The agent is gone. */
public class ChannelClosedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ChannelClosedException(Channel channel, String message, Throwable cause) {
        super(message, cause);
    }
}
