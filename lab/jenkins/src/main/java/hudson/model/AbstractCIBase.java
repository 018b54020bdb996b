package hudson.model;

import java.util.List;

/** Base of {@link jenkins.model.Jenkins}. */
public abstract class AbstractCIBase extends Node implements ItemGroup<TopLevelItem> {
    protected AbstractCIBase() {}

    @Override
    public String getNodeName() {
        return "";
    }

    @Override
    public String getUrl() {
        return "";
    }

    public abstract List<Node> getNodes();

    public abstract Queue getQueue();
}
