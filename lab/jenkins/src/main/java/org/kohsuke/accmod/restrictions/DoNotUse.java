package org.kohsuke.accmod.restrictions;

/** Nobody may from Java. */
public class DoNotUse extends NoExternalUse {}
