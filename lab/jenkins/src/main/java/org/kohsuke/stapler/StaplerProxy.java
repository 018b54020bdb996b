package org.kohsuke.stapler;

/** Lets another object answer web requests. */
public interface StaplerProxy {
    Object getTarget();
}
