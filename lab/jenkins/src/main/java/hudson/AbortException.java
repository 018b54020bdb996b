package hudson;

import java.io.IOException;
import java.io.Serial;

/** A failure that is the user's to mend: its message is logged without a stack trace. */
public class AbortException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public AbortException() {}

    public AbortException(String message) {
        super(message);
    }
}
