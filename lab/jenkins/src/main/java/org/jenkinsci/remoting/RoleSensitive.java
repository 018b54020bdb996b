package org.jenkinsci.remoting;

/** Says where it may run. */
public interface RoleSensitive {
    void checkRoles(RoleChecker checker) throws SecurityException;
}
