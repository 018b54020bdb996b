package hudson.remoting;

import java.io.Serial;

/** The connection broke while a call was on its way. */
public class RequestAbortedException extends RemotingSystemException {
    @Serial
    private static final long serialVersionUID = 238929914783987425L;

    public RequestAbortedException(Throwable cause) {
        super(cause);
    }
}
