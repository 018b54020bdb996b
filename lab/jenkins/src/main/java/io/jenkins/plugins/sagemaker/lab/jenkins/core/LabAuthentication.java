package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** A signed-in name, and the one that the current thread acts as: anonymous unless told otherwise. */
public record LabAuthentication(String getName) implements Authentication {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<Authentication> CURRENT = new ThreadLocal<>();

    /** Who the current thread acts as. */
    public static Authentication current() {
        Authentication a = CURRENT.get();
        return a == null ? Jenkins.ANONYMOUS2 : a;
    }

    /** Makes the current thread act as somebody else; answers who it acted as before. */
    public static Authentication become(Authentication other) {
        Authentication before = current();
        CURRENT.set(other);
        return before;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getDetails() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return getName;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean isAuthenticated) {
        throw new IllegalArgumentException("A name is signed in or it is not there");
    }

    @Override
    public String toString() {
        return getName;
    }
}
