package hudson.security;

import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import jenkins.util.NonLocalizable;
import org.jvnet.localizer.Localizable;

/** Something that one may or may not do. */
public final class Permission {
    public static final PermissionGroup HUDSON_PERMISSIONS =
            new PermissionGroup(Jenkins.class, new NonLocalizable("Overall"));
    public static final Permission HUDSON_ADMINISTER = new Permission(
            HUDSON_PERMISSIONS, "Administer", null, null, true, new PermissionScope[] {PermissionScope.JENKINS});
    public static final PermissionGroup GROUP = new PermissionGroup(Permission.class, new NonLocalizable("N/A"));
    public static final Permission FULL_CONTROL = new Permission(GROUP, "FullControl", null, HUDSON_ADMINISTER);
    public static final Permission READ = new Permission(GROUP, "GenericRead", null, HUDSON_ADMINISTER);
    public static final Permission WRITE = new Permission(GROUP, "GenericWrite", null, HUDSON_ADMINISTER);
    public static final Permission CREATE = new Permission(GROUP, "GenericCreate", null, WRITE);
    public static final Permission UPDATE = new Permission(GROUP, "GenericUpdate", null, WRITE);
    public static final Permission DELETE = new Permission(GROUP, "GenericDelete", null, WRITE);
    public static final Permission CONFIGURE = new Permission(GROUP, "GenericConfigure", null, UPDATE);

    public final Class<?> owner;
    public final PermissionGroup group;
    public final String name;
    public final Localizable description;
    public final Permission impliedBy;
    public boolean enabled;
    private final Set<PermissionScope> scopes;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes) {
        this.owner = group.owner;
        this.group = group;
        this.name = name;
        this.description = description;
        this.impliedBy = impliedBy;
        this.enabled = enable;
        this.scopes = Set.of(scopes);
        group.add(this);
    }

    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, PermissionScope scope) {
        this(group, name, description, impliedBy, true, new PermissionScope[] {scope});
    }

    public Permission(PermissionGroup group, String name, Localizable description, Permission impliedBy) {
        this(group, name, description, impliedBy, PermissionScope.JENKINS);
    }

    public boolean isContainedBy(PermissionScope s) {
        return scopes.stream().anyMatch(scope -> scope.isContainedBy(s));
    }

    public String getId() {
        return owner.getName() + '.' + name;
    }

    /** All that there are so far. */
    public static List<Permission> getAll() {
        return PermissionGroup.getAll().stream()
                .flatMap(group -> group.getPermissions().stream())
                .toList();
    }

    public boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enable) {
        enabled = enable;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Permission that && getId().equals(that.getId());
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }

    @Override
    public String toString() {
        return "Permission[" + owner + ',' + name + ']';
    }
}
