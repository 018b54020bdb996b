package hudson.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import jenkins.model.RunAction2;

/** The causes of a build. */
public class CauseAction implements RunAction2 {
    private final List<Cause> causes;

    public CauseAction(Cause... c) {
        this(Arrays.asList(c));
    }

    public CauseAction(Collection<? extends Cause> causes) {
        this.causes = new ArrayList<>(causes);
    }

    public CauseAction(CauseAction ca) {
        this(ca.causes);
    }

    public List<Cause> getCauses() {
        return List.copyOf(causes);
    }

    public <T extends Cause> T findCause(Class<T> type) {
        return causes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getDisplayName() {
        return "Cause";
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return "cause";
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        causes.forEach(cause -> cause.onAddedTo(r));
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        causes.forEach(cause -> cause.onLoad(r));
    }
}
