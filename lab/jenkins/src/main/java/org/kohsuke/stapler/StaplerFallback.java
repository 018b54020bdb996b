package org.kohsuke.stapler;

/** Lets another object answer web requests that this one does not know. */
public interface StaplerFallback {
    Object getStaplerFallback();
}
