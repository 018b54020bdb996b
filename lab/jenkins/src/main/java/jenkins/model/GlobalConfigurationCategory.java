package jenkins.model;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;
import org.jenkinsci.Symbol;

/** A page of the system configuration. */
public abstract class GlobalConfigurationCategory implements ExtensionPoint, ModelObject {
    protected GlobalConfigurationCategory() {}

    public abstract String getShortDescription();

    public static ExtensionList<GlobalConfigurationCategory> all() {
        return ExtensionList.lookup(GlobalConfigurationCategory.class);
    }

    public static <T extends GlobalConfigurationCategory> T get(Class<T> type) {
        return all().getInstance(type);
    }

    /** The page "System". */
    @Extension
    @Symbol("unclassified")
    public static class Unclassified extends GlobalConfigurationCategory {
        @Override
        public String getShortDescription() {
            return "System settings";
        }

        @Override
        public String getDisplayName() {
            return "System";
        }
    }

    /** The page "Security". */
    @Extension
    @Symbol("security")
    public static class Security extends GlobalConfigurationCategory {
        @Override
        public String getShortDescription() {
            return "Security settings";
        }

        @Override
        public String getDisplayName() {
            return "Security";
        }
    }
}
