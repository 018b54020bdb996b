package hudson.model;

import hudson.search.SearchableModelObject;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import jenkins.model.Jenkins;
import jenkins.model.Named;
import jenkins.util.NonLocalizable;
import jenkins.util.io.OnMaster;

/** Something that a {@link ItemGroup} holds: a job or a folder. */
public interface Item
        extends PersistenceRoot,
                FullyNamedModelObject,
                SearchableModelObject,
                FullyNamed,
                Named,
                AccessControlled,
                OnMaster {
    PermissionGroup PERMISSIONS = new PermissionGroup(Item.class, new NonLocalizable("Job"));
    Permission CREATE = new Permission(
            PERMISSIONS, "Create", null, Permission.CREATE, true, new PermissionScope[] {PermissionScope.ITEM_GROUP});
    Permission DELETE = new Permission(
            PERMISSIONS, "Delete", null, Permission.DELETE, true, new PermissionScope[] {PermissionScope.ITEM});
    Permission CONFIGURE = new Permission(
            PERMISSIONS, "Configure", null, Permission.CONFIGURE, true, new PermissionScope[] {PermissionScope.ITEM});
    Permission READ = new Permission(
            PERMISSIONS, "Read", null, Permission.READ, true, new PermissionScope[] {PermissionScope.ITEM});
    Permission DISCOVER =
            new Permission(PERMISSIONS, "Discover", null, READ, true, new PermissionScope[] {PermissionScope.ITEM});
    Permission EXTENDED_READ = new Permission(
            PERMISSIONS, "ExtendedRead", null, CONFIGURE, true, new PermissionScope[] {PermissionScope.ITEM});
    Permission BUILD = new Permission(
            PERMISSIONS, "Build", null, Permission.UPDATE, true, new PermissionScope[] {PermissionScope.ITEM});
    Permission WORKSPACE = new Permission(
            PERMISSIONS, "Workspace", null, Permission.READ, true, new PermissionScope[] {PermissionScope.ITEM});
    Permission CANCEL = new Permission(
            PERMISSIONS, "Cancel", null, Permission.UPDATE, true, new PermissionScope[] {PermissionScope.ITEM});

    ItemGroup<? extends Item> getParent();

    Collection<? extends Job> getAllJobs();

    String getName();

    String getFullName();

    @Override
    String getDisplayName();

    String getFullDisplayName();

    default String getRelativeNameFrom(ItemGroup g) {
        return getFullName();
    }

    default String getRelativeNameFrom(Item item) {
        return getRelativeNameFrom(item.getParent());
    }

    String getUrl();

    String getShortUrl();

    default String getAbsoluteUrl() {
        return Jenkins.get().getRootUrl() + getUrl();
    }

    void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException;

    default void onCopiedFrom(Item src) {}

    default void onCreatedFromScratch() {}

    @Override
    void save() throws IOException;

    void delete() throws IOException, InterruptedException;
}
