package org.kohsuke.stapler;

import java.io.Serial;

/** Sends a browser elsewhere; the stand-in has none. */
public final class HttpRedirect extends RuntimeException implements HttpResponse {
    @Serial
    private static final long serialVersionUID = 1L;

    public HttpRedirect(String url) {
        super("redirect to " + url);
    }
}
