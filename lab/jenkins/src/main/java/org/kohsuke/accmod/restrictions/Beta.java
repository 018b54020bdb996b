package org.kohsuke.accmod.restrictions;

import org.kohsuke.accmod.AccessRestriction;

/** May change. */
public class Beta extends AccessRestriction {}
