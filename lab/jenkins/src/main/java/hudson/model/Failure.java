package hudson.model;

import java.io.Serial;
import org.kohsuke.stapler.HttpResponse;

/** A mistake of the user, told on a page of its own. */
public class Failure extends RuntimeException implements HttpResponse {
    @Serial
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }
}
