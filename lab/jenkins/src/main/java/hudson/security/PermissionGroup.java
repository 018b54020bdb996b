package hudson.security;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jvnet.localizer.Localizable;

/** The permissions of one kind of object. */
public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    private static final List<PermissionGroup> ALL = new CopyOnWriteArrayList<>();

    public final Class<?> owner;
    public final Localizable title;
    private final List<Permission> permissions = new CopyOnWriteArrayList<>();

    public PermissionGroup(Class<?> owner, Localizable title) {
        this.owner = owner;
        this.title = title;
        ALL.add(this);
    }

    void add(Permission permission) {
        permissions.add(permission);
    }

    public List<Permission> getPermissions() {
        return new ArrayList<>(permissions);
    }

    @Override
    public Iterator<Permission> iterator() {
        return permissions.iterator();
    }

    public int size() {
        return permissions.size();
    }

    public Permission find(String name) {
        return permissions.stream().filter(p -> p.name.equals(name)).findFirst().orElse(null);
    }

    public static List<PermissionGroup> getAll() {
        return new ArrayList<>(ALL);
    }

    @Override
    public int compareTo(PermissionGroup that) {
        return owner.getName().compareTo(that.owner.getName());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PermissionGroup that && owner.equals(that.owner);
    }

    @Override
    public int hashCode() {
        return owner.hashCode();
    }

    @Override
    public String toString() {
        return "PermissionGroup[" + owner.getName() + "]";
    }
}
