package hudson.security;

import hudson.model.User;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import java.util.Arrays;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who may do what with an object. Users are known by name only: the stand-in has no sign-in. */
public abstract class ACL {
    public static final String ANONYMOUS_USERNAME = "anonymous";
    public static final String SYSTEM_USERNAME = "SYSTEM";
    public static final Authentication SYSTEM2 = new LabAuthentication(SYSTEM_USERNAME);

    public final void checkPermission(Permission p) {
        if (!hasPermission(p)) {
            throw denied(p);
        }
    }

    public final void checkAnyPermission(Permission... permissions) {
        if (permissions.length == 0) {
            throw new IllegalArgumentException("No permissions to check were given.");
        }
        if (!hasAnyPermission(permissions)) {
            throw denied(permissions);
        }
    }

    private static AccessDeniedException denied(Permission... permissions) {
        String names = String.join(
                ", ",
                Arrays.stream(permissions)
                        .map(p -> p.group.title + "/" + p.name)
                        .toList());
        return new AccessDeniedException3(
                Jenkins.getAuthentication2().getName() + " is missing the " + names + " permission");
    }

    public final boolean hasPermission(Permission p) {
        Authentication a = Jenkins.getAuthentication2();
        return a.equals(SYSTEM2) || hasPermission2(a, p);
    }

    public final boolean hasAnyPermission(Permission... permissions) {
        return Arrays.stream(permissions).anyMatch(this::hasPermission);
    }

    public boolean hasPermission2(Authentication a, Permission permission) {
        throw new AbstractMethodError(getClass() + " must override hasPermission2");
    }

    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> impl) {
        return new ACL() {
            @Override
            public boolean hasPermission2(Authentication a, Permission permission) {
                return impl.apply(a, permission);
            }
        };
    }

    public static ACLContext as2(Authentication auth) {
        return new ACLContext(LabAuthentication.become(auth));
    }

    public static ACLContext as(User user) {
        return as2(user == null ? Jenkins.ANONYMOUS2 : user.impersonate2());
    }

    public static boolean isAnonymous2(Authentication authentication) {
        return ANONYMOUS_USERNAME.equals(authentication.getName());
    }
}
