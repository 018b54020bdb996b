package hudson;

import hudson.model.AbstractModelObject;
import java.io.File;
import java.util.List;
import jenkins.util.io.OnMaster;

/** Knows the plugins: here, everything is on one class path. */
public abstract class PluginManager extends AbstractModelObject implements OnMaster {
    public final File rootDir;
    public final ClassLoader uberClassLoader;

    /** Made by {@link jenkins.model.Jenkins} only. */
    public static PluginManager labNew(File rootDir, ClassLoader loader) {
        return new PluginManager(rootDir, loader, null) {};
    }

    private PluginManager(File rootDir, ClassLoader loader, Void lab) {
        this.rootDir = rootDir;
        this.uberClassLoader = loader;
    }

    @Override
    public String getDisplayName() {
        return "Plugins";
    }

    @Override
    public String getSearchUrl() {
        return "pluginManager";
    }

    /** Always null: there are no plugin files to tell of. */
    public PluginWrapper getPlugin(String shortName) {
        return null;
    }

    public List<PluginWrapper> getPlugins() {
        return List.of();
    }

    public PluginWrapper whichPlugin(Class<?> c) {
        return null;
    }
}
