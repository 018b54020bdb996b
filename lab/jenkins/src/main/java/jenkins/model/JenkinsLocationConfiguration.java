package jenkins.model;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import org.jenkinsci.Symbol;

/** Where Jenkins is reached. */
@Extension
@Symbol("location")
public class JenkinsLocationConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    private String jenkinsUrl;
    private String adminAddress;

    public static JenkinsLocationConfiguration get() {
        return ExtensionList.lookupSingleton(JenkinsLocationConfiguration.class);
    }

    /** Ends with a slash; null where it has not been set. */
    public String getUrl() {
        return jenkinsUrl;
    }

    public void setUrl(String jenkinsUrl) {
        this.jenkinsUrl = Util.ensureEndsWith(Util.nullify(jenkinsUrl), "/");
        save();
    }

    public String getAdminAddress() {
        return adminAddress == null ? "address not configured yet <nobody@nowhere>" : adminAddress;
    }

    public void setAdminAddress(String address) {
        adminAddress = Util.nullify(address);
        save();
    }
}
