package org.kohsuke.stapler;

/** The web framework; the stand-in serves no request, so there is never a current one. */
public class Stapler {
    private Stapler() {}

    public static StaplerRequest2 getCurrentRequest2() {
        return null;
    }

    public static StaplerResponse2 getCurrentResponse2() {
        return null;
    }
}
