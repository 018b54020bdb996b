package org.kohsuke.accmod.restrictions;

import org.kohsuke.accmod.AccessRestriction;

/** Anybody may. */
public class None extends AccessRestriction {}
