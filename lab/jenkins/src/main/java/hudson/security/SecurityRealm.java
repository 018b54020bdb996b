package hudson.security;

import hudson.ExtensionPoint;

/** Knows the users; the stand-in has no sign-in. */
public abstract class SecurityRealm implements ExtensionPoint {
    public static final SecurityRealm NO_AUTHENTICATION = new None();

    protected SecurityRealm() {}

    private static final class None extends SecurityRealm {}
}
