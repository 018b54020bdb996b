package org.jvnet.hudson.test;

import hudson.model.AbstractItem;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;

/** Grants what a test says, and nothing else. */
public class MockAuthorizationStrategy extends AuthorizationStrategy {
    private static final String EVERYWHERE = ".*";

    private final List<Rule> rules = new ArrayList<>();

    public MockAuthorizationStrategy() {}

    private record Rule(Set<Permission> permissions, String path, Predicate<Authentication> who) {}

    /** Permissions with all that they imply. */
    public final Grant grant(Permission... permissions) {
        Set<Permission> implied = new HashSet<>(Arrays.asList(permissions));
        for (Permission each : Permission.getAll()) {
            for (Permission p = each; p != null; p = p.impliedBy) {
                if (Arrays.asList(permissions).contains(p)) {
                    implied.add(each);
                }
            }
        }
        return new Grant(implied);
    }

    public Grant grantWithoutImplication(Permission... permissions) {
        return new Grant(new HashSet<>(Arrays.asList(permissions)));
    }

    private ACL acl(String path) {
        return ACL.lambda2((a, p) ->
                rules.stream().anyMatch(r -> r.permissions.contains(p) && path.matches(r.path) && r.who.test(a)));
    }

    @Override
    public ACL getRootACL() {
        return acl("");
    }

    @Override
    public ACL getACL(AbstractItem item) {
        return acl(item.getFullName());
    }

    @Override
    public ACL getACL(Job<?, ?> project) {
        return acl(project.getFullName());
    }

    @Override
    public Collection<String> getGroups() {
        return List.of();
    }

    /** Permissions to be granted. */
    public class Grant {
        private final Set<Permission> permissions;

        Grant(Set<Permission> permissions) {
            this.permissions = permissions;
        }

        public GrantOn everywhere() {
            return onPaths(EVERYWHERE);
        }

        public GrantOn onRoot() {
            return onPaths("");
        }

        public GrantOn onItems(Item... items) {
            return onPaths(Stream.of(items)
                    .map(Item::getFullName)
                    .map(java.util.regex.Pattern::quote)
                    .toArray(String[]::new));
        }

        public GrantOn onFolders(ItemGroup<?>... folders) {
            return onPaths(Stream.of(folders)
                    .map(f -> java.util.regex.Pattern.quote(f.getFullName()) + "(|/.*)")
                    .toArray(String[]::new));
        }

        public GrantOn onPaths(String... pathRegexps) {
            return new GrantOn(String.join("|", pathRegexps));
        }

        /** Permissions to be granted somewhere. */
        public class GrantOn {
            private final String path;

            GrantOn(String path) {
                this.path = path;
            }

            private MockAuthorizationStrategy who(Predicate<Authentication> who) {
                rules.add(new Rule(permissions, path, who));
                return MockAuthorizationStrategy.this;
            }

            public MockAuthorizationStrategy to(String... sids) {
                return who(a -> Arrays.asList(sids).contains(a.getName()));
            }

            public MockAuthorizationStrategy to(User... users) {
                return to(Stream.of(users).map(User::getId).toArray(String[]::new));
            }

            public MockAuthorizationStrategy toAuthenticated() {
                return who(a -> !ACL.isAnonymous2(a));
            }

            public MockAuthorizationStrategy toEveryone() {
                return who(a -> true);
            }
        }
    }
}
