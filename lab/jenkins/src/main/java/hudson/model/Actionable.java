package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.ModelObjectWithContextMenu;
import jenkins.model.TransientActionFactory;

/** Holds persistent actions, and shows them together with those that {@link TransientActionFactory} makes on demand. */
public abstract class Actionable extends AbstractModelObject implements ModelObjectWithContextMenu {
    private volatile CopyOnWriteArrayList<Action> actions;

    protected Actionable() {}

    /** The persistent actions: changes to the list are changes to the object. */
    @Deprecated
    @NonNull
    public List<Action> getActions() {
        synchronized (this) {
            if (actions == null) {
                actions = new CopyOnWriteArrayList<>();
            }
            return actions;
        }
    }

    @SuppressWarnings("unchecked")
    private List<Action> transientActions(Class<? extends Action> type) {
        List<Action> made = new ArrayList<>();
        for (TransientActionFactory<?> factory : ExtensionList.lookup(TransientActionFactory.class)) {
            boolean fits = factory.type().isInstance(this)
                    && (factory.actionType().isAssignableFrom(type) || type.isAssignableFrom(factory.actionType()));
            if (fits) {
                made.addAll(((TransientActionFactory<Object>) factory).createFor(this));
            }
        }
        return made;
    }

    public final List<? extends Action> getAllActions() {
        List<Action> all = new ArrayList<>(getActions());
        all.addAll(transientActions(Action.class));
        return List.copyOf(all);
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        List<T> found = new ArrayList<>();
        getActions().stream().filter(type::isInstance).map(type::cast).forEach(found::add);
        transientActions(type).stream().filter(type::isInstance).map(type::cast).forEach(found::add);
        return List.copyOf(found);
    }

    public <T extends Action> T getAction(Class<T> type) {
        for (Action action : getActions()) {
            if (type.isInstance(action)) {
                return type.cast(action);
            }
        }
        return transientActions(type).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public void addAction(Action a) {
        if (a == null) {
            throw new IllegalArgumentException("Action must be non-null");
        }
        getActions().add(a);
    }

    public void replaceAction(Action a) {
        addOrReplaceAction(a);
    }

    public boolean addOrReplaceAction(Action a) {
        if (a == null) {
            throw new IllegalArgumentException("Action must be non-null");
        }
        return replace(a.getClass(), a);
    }

    /** Replaces by exact class, as Jenkins does. */
    private synchronized boolean replace(Class<? extends Action> clazz, Action a) {
        List<Action> old = getActions().stream()
                .filter(x -> x.getClass() == clazz && x != a)
                .toList();
        boolean found = getActions().contains(a);
        getActions().removeAll(old);
        if (!found) {
            addAction(a);
        }
        return !old.isEmpty() || !found;
    }

    public boolean removeAction(Action a) {
        return a != null && getActions().remove(a);
    }

    public boolean removeActions(Class<? extends Action> clazz) {
        return getActions().removeIf(clazz::isInstance);
    }

    public boolean replaceActions(Class<? extends Action> clazz, Action a) {
        if (a == null) {
            throw new IllegalArgumentException("Action must be non-null");
        }
        return replace(clazz, a);
    }

    public Action getAction(int index) {
        Collection<Action> list = getActions();
        return index < list.size() ? getActions().get(index) : null;
    }
}
