package org.kohsuke.stapler;

/** The answer to a web request; the stand-in serves none. */
public interface StaplerResponse2 {}
