package hudson.model.labels;

import hudson.model.Label;
import java.util.Collection;

/** One label of a node. */
public class LabelAtom extends Label {
    public LabelAtom(String name) {
        super(name);
    }

    @Override
    public boolean matches(Collection<LabelAtom> labels) {
        return labels.contains(this);
    }
}
