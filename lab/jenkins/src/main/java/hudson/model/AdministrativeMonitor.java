package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.security.Permission;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.model.Jenkins;

/** A warning to the administrator. */
public abstract class AdministrativeMonitor extends AbstractModelObject implements ExtensionPoint {
    private static final Set<String> DISABLED = ConcurrentHashMap.newKeySet();

    public final String id;

    protected AdministrativeMonitor(String id) {
        this.id = id;
    }

    protected AdministrativeMonitor() {
        this.id = getClass().getName();
    }

    public abstract boolean isActivated();

    public String getUrl() {
        return "administrativeMonitor/" + id;
    }

    @Override
    public String getSearchUrl() {
        return getUrl();
    }

    @Override
    public String getDisplayName() {
        return id;
    }

    public void disable(boolean value) throws IOException {
        if (value) {
            DISABLED.add(id);
        } else {
            DISABLED.remove(id);
        }
    }

    public boolean isEnabled() {
        return !DISABLED.contains(id);
    }

    public boolean isSecurity() {
        return false;
    }

    public Permission getRequiredPermission() {
        return Jenkins.ADMINISTER;
    }

    public static ExtensionList<AdministrativeMonitor> all() {
        return ExtensionList.lookup(AdministrativeMonitor.class);
    }
}
