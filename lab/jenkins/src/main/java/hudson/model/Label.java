package hudson.model;

import hudson.Util;
import hudson.model.labels.LabelAtom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** A condition on nodes: here, names that must all be among a node's labels (joined by {@code &&}). */
public abstract class Label extends Actionable implements Comparable<Label> {
    protected final transient String name;

    protected Label(String name) {
        this.name = name;
    }

    static Label labOf(String expression) {
        return new Label(expression) {
            @Override
            public boolean matches(Collection<LabelAtom> labels) {
                Set<String> names = labels.stream().map(Label::getName).collect(Collectors.toSet());
                return Arrays.stream(name.split("&&"))
                        .map(String::trim)
                        .allMatch(wanted -> Arrays.stream(wanted.split("\\|\\|"))
                                .map(String::trim)
                                .anyMatch(names::contains));
            }
        };
    }

    /** The label of this expression, or null for an empty one. */
    public static Label get(String l) {
        String expression = Util.fixEmptyAndTrim(l);
        return expression == null ? null : labOf(expression);
    }

    public static Set<LabelAtom> parse(String labels) {
        Set<LabelAtom> atoms = new TreeSet<>();
        for (String each : Util.fixNull(labels).trim().split("\\s+")) {
            if (!each.isEmpty()) {
                atoms.add(new LabelAtom(each));
            }
        }
        return atoms;
    }

    public abstract boolean matches(Collection<LabelAtom> labels);

    public final boolean matches(Node n) {
        return matches(n.getAssignedLabels());
    }

    public boolean contains(Node node) {
        return matches(node);
    }

    public Set<Node> getNodes() {
        return Stream.concat(Stream.of((Node) Jenkins.get()), Jenkins.get().getNodes().stream())
                .filter(this::matches)
                .collect(Collectors.toSet());
    }

    public final String getName() {
        return name;
    }

    public final String getExpression() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getSearchUrl() {
        return getUrl();
    }

    public String getUrl() {
        return "label/" + Util.rawEncode(name) + '/';
    }

    @Override
    public final boolean equals(Object that) {
        return that instanceof Label label && name.equals(label.name);
    }

    @Override
    public final int hashCode() {
        return name.hashCode();
    }

    @Override
    public final int compareTo(Label that) {
        return name.compareTo(that.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
