package hudson;

import hudson.model.ModelObject;

/** A plugin file; the stand-in has none. */
public class PluginWrapper implements ModelObject {
    private final String shortName;

    PluginWrapper(String shortName) {
        this.shortName = shortName;
    }

    public String getShortName() {
        return shortName;
    }

    public String getVersion() {
        return "0";
    }

    @Override
    public String getDisplayName() {
        return shortName;
    }
}
