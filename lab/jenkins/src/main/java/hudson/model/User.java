package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** A person, known by a name only. */
public class User extends AbstractModelObject implements AccessControlled, DescriptorByNameOwner, Comparable<User> {
    private static final ConcurrentMap<String, User> KNOWN = new ConcurrentHashMap<>();

    private final String id;
    private volatile String fullName;

    private User(String id) {
        this.id = id;
        this.fullName = id;
    }

    /** Forgets everybody; at the start of a session. */
    public static void labForget() {
        KNOWN.clear();
    }

    public String getId() {
        return id;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String name) {
        fullName = name;
    }

    @Override
    public String getDisplayName() {
        return fullName;
    }

    @Override
    public String getSearchUrl() {
        return getUrl();
    }

    public String getUrl() {
        return "user/" + id;
    }

    public Authentication impersonate2() {
        return new LabAuthentication(id);
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    /** Who the calling thread acts as; null for Jenkins itself and for the anonymous. */
    public static User current() {
        return get2(Jenkins.getAuthentication2());
    }

    public static User get2(Authentication a) {
        if (a == null || a.equals(ACL.SYSTEM2) || ACL.isAnonymous2(a)) {
            return null;
        }
        return getById(a.getName(), true);
    }

    public static User getById(String id, boolean create) {
        return create ? KNOWN.computeIfAbsent(id, User::new) : KNOWN.get(id);
    }

    public static User getOrCreateByIdOrFullName(String idOrFullName) {
        return getById(idOrFullName, true);
    }

    public static Collection<User> getAll() {
        return KNOWN.values();
    }

    @Override
    public int compareTo(User that) {
        return id.compareTo(that.id);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof User that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
