package org.kohsuke.accmod.restrictions;

/** Only the same module may. */
public class NoExternalUse extends None {}
