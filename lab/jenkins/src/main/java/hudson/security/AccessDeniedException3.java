package hudson.security;

import java.io.Serial;
import org.springframework.security.access.AccessDeniedException;

/** Told to whoever lacks a permission. */
public class AccessDeniedException3 extends AccessDeniedException {
    @Serial
    private static final long serialVersionUID = 1L;

    AccessDeniedException3(String message) {
        super(message);
    }
}
