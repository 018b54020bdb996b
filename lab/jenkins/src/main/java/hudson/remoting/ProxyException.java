package hudson.remoting;

import java.io.IOException;

/** Stands for an exception that cannot be sent or written: its text and its stack trace. */
public class ProxyException extends IOException {

    private static final long serialVersionUID = 1L;

    public ProxyException(Throwable cause) {
        super(cause.toString());
        setStackTrace(cause.getStackTrace());
        if (cause.getCause() != null) {
            initCause(new ProxyException(cause.getCause()));
        }
        for (Throwable suppressed : cause.getSuppressed()) {
            addSuppressed(new ProxyException(suppressed));
        }
    }

    @Override
    public synchronized ProxyException getCause() {
        return (ProxyException) super.getCause();
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
