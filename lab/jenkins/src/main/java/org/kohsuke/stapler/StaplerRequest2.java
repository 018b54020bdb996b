package org.kohsuke.stapler;

/** A web request; the stand-in serves none. */
public interface StaplerRequest2 {
    <T> T findAncestorObject(Class<T> type);
}
