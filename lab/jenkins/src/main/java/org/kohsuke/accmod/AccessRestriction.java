package org.kohsuke.accmod;

/** A rule on who may use something; checked by the official build only. */
public abstract class AccessRestriction {
    protected AccessRestriction() {}
}
