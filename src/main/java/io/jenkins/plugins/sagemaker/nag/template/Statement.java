package io.jenkins.plugins.sagemaker.nag.template;

import java.util.List;
import java.util.Locale;
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
        Value condition,
        boolean strict) {
    private static final Pattern WHOLE_SERVICE = Pattern.compile("^.+:\\*$", Pattern.MULTILINE | Pattern.UNIX_LINES);

    private static final int ARN_PARTS = 6;

    public Statement {
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
        resources = List.copyOf(resources);
        notResources = List.copyOf(notResources);
    }

    /** cfn_nag works out the functions of a statement once more after those of the document. */
    static Statement of(Value raw, Resource owner) {
        return new Statement(
                owner.resolve(raw.at("Effect")),
                listed(raw.at("Action"), owner),
                listed(raw.at("NotAction"), owner),
                listed(raw.at("Resource"), owner),
                listed(raw.at("NotResource"), owner),
                owner.resolve(raw.at("Principal")),
                owner.resolve(raw.at("NotPrincipal")),
                owner.resolve(raw.at("Condition")),
                owner.isStrict());
    }

    private static List<Value> listed(Value oneOrMore, Resource owner) {
        List<Value> listed = listed(oneOrMore);
        for (int i = 0; i < listed.size(); i++) {
            if (!listed.get(i).isText()) {
                return listed.stream().map(owner::resolve).toList();
            }
        }
        return listed;
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

    /** {@code *}, or anything that ends in {@code :*}; {@code s3:Get*} is none. Strictly, also {@code s3:**}. */
    public boolean hasWildcardAction() {
        return actions.stream().map(Value::text).anyMatch(this::isWildcardAction);
    }

    private boolean isWildcardAction(String action) {
        return action.equals("*")
                || WHOLE_SERVICE.matcher(action).find()
                || strict && IamPattern.isAnything(action.substring(action.indexOf(':') + 1));
    }

    /** Exactly {@code *}. Strictly, also an ARN that leaves everything open after its service, region and account. */
    public boolean hasWildcardResource() {
        return resources.stream().map(Value::text).anyMatch(this::isWildcardResource);
    }

    private boolean isWildcardResource(String resource) {
        return resource.equals("*")
                || strict && IamPattern.isAnything(lastPart(resource).replace("/", ""));
    }

    /** What an ARN says of the resource itself; the whole text if it is no ARN. */
    private static String lastPart(String arn) {
        String[] parts = arn.startsWith("arn:") ? arn.split(":", ARN_PARTS) : new String[] {arn};
        return parts[parts.length - 1];
    }

    /** Exactly {@code *}. Strictly, also an ARN that stands for every role. */
    public boolean coversEveryRole() {
        return resources.stream()
                .anyMatch(resource -> resource.is("*")
                        || strict
                                && (isWildcardResource(resource.text())
                                        || lastPart(resource.text()).equals("role/*")));
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
     * trailing star or both. Case matters. Strictly, whatever IAM takes for a pattern of it.
     *
     * @param action such as {@code iam:PassRole}
     */
    public boolean namesAction(String action) {
        return actions.stream()
                .anyMatch(each -> each.isText()
                        && (strict
                                ? IamPattern.covers(lower(each.text()), lower(action))
                                : matches(each.text(), action)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
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
