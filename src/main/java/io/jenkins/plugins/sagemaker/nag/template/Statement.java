package io.jenkins.plugins.sagemaker.nag.template;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One statement of a policy document, its values resolved. Actions and resources are always lists. Conditions never
 * weaken a verdict.
 */
public record Statement(
        Value effect,
        List<Value> actions,
        List<Value> notActions,
        List<Value> resources,
        List<Value> notResources,
        Value principal,
        Value notPrincipal,
        Value condition) {
    private static final Pattern WHOLE_SERVICE = Pattern.compile("^.+:\\*$", Pattern.MULTILINE | Pattern.UNIX_LINES);

    public Statement {
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
        resources = List.copyOf(resources);
        notResources = List.copyOf(notResources);
    }

    static Statement of(Value raw) {
        return new Statement(
                raw.at("Effect"),
                listed(raw.at("Action")),
                listed(raw.at("NotAction")),
                listed(raw.at("Resource")),
                listed(raw.at("NotResource")),
                raw.at("Principal"),
                raw.at("NotPrincipal"),
                raw.at("Condition"));
    }

    static List<Value> listed(Value oneOrMore) {
        if (oneOrMore.isAbsent()) {
            return List.of();
        }
        return oneOrMore.isText() || oneOrMore.isMap() ? List.of(oneOrMore) : oneOrMore.items();
    }

    /** The effect is exactly {@code Allow}. */
    public boolean allows() {
        return effect.is("Allow");
    }

    /** {@code *}, or anything that ends in {@code :*}; {@code s3:Get*} is none. */
    public boolean hasWildcardAction() {
        return actions.stream()
                .map(Value::text)
                .anyMatch(action ->
                        action.equals("*") || WHOLE_SERVICE.matcher(action).find());
    }

    /** Exactly {@code *}. */
    public boolean hasWildcardResource() {
        return resources.stream().anyMatch(resource -> resource.text().equals("*"));
    }

    /** A star anywhere in any principal's text. */
    public boolean hasWildcardPrincipal() {
        if (principal.isAbsent()) {
            return false;
        }
        if (principal.isText()) {
            return principal.text().contains("*");
        }
        return principal.entries().values().stream().anyMatch(Statement::hasStar);
    }

    private static boolean hasStar(Value principal) {
        if (principal.isList()) {
            return principal.items().stream()
                    .anyMatch(each -> each.isText() && each.text().contains("*"));
        }
        return principal.isText() && principal.text().contains("*");
    }

    /**
     * Whether an action of the statement is the given one, {@code *}, or a pattern of it with one leading star, one
     * trailing star or both. Case matters.
     *
     * @param action such as {@code iam:PassRole}
     */
    public boolean namesAction(String action) {
        return actions.stream().anyMatch(each -> each.isText() && matches(each.text(), action));
    }

    private static boolean matches(String pattern, String action) {
        int colon = action.indexOf(':') + 1;
        if (pattern.equals("*")) {
            return true;
        }
        if (!pattern.startsWith(action.substring(0, colon))) {
            return false;
        }
        String wanted = action.substring(colon);
        String name = pattern.substring(colon);
        boolean leading = name.startsWith("*");
        boolean trailing = name.endsWith("*") && name.length() > 1;
        String core = name.substring(leading ? 1 : 0, name.length() - (trailing ? 1 : 0));
        if (core.isEmpty()) {
            return name.equals("*");
        }
        if (leading && trailing) {
            return wanted.contains(core);
        }
        if (leading) {
            return wanted.endsWith(core);
        }
        return trailing ? wanted.startsWith(core) : wanted.equals(core);
    }
}
