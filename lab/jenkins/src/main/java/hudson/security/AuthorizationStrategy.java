package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.AbstractItem;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Node;
import hudson.model.User;
import java.util.Collection;
import java.util.List;

/** Decides who may do what. */
public abstract class AuthorizationStrategy implements ExtensionPoint {
    public static final AuthorizationStrategy UNSECURED = new Unsecured();

    protected AuthorizationStrategy() {}

    public abstract ACL getRootACL();

    public ACL getACL(Job<?, ?> project) {
        return getRootACL();
    }

    public ACL getACL(AbstractItem item) {
        return getRootACL();
    }

    public ACL getACL(User user) {
        return getRootACL();
    }

    public ACL getACL(Computer computer) {
        return getRootACL();
    }

    public ACL getACL(Node node) {
        return getRootACL();
    }

    public abstract Collection<String> getGroups();

    /** Everybody may do everything. */
    public static final class Unsecured extends AuthorizationStrategy {
        @Override
        public ACL getRootACL() {
            return ACL.lambda2((a, p) -> true);
        }

        @Override
        public Collection<String> getGroups() {
            return List.of();
        }
    }
}
