package org.kohsuke.stapler;

/** What a web method returns; the stand-in serves none. */
public interface HttpResponse {}
