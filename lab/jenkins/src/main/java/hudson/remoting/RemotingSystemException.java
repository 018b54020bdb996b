package hudson.remoting;

import java.io.Serial;

/** Trouble of the connection itself, not of what was called. */
class RemotingSystemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RemotingSystemException(Throwable cause) {
        super(cause);
    }
}
