package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Profile and deny list: which rules report. Both work on what was found, the deny list after the profile. A list that
 * cannot be read stops neither the run nor the report: it adds a FATAL to each file, and the file keeps what it would
 * have lost to that list.
 */
final class RuleFilter {
    private static final Pattern PROFILE_LINE = Pattern.compile("[a-zA-Z]*[0-9]+");
    private static final Set<String> NO_RULES = Set.of(Violation.FATAL, Violation.MALFORMED);

    private final Set<String> profile;
    private final Set<String> denied;
    private final String problem;

    private RuleFilter(Set<String> profile, Set<String> denied, String problem) {
        this.profile = profile;
        this.denied = denied;
        this.problem = problem;
    }

    /** Reads both lists; either may be null. They may name rules of packs that are off. */
    static RuleFilter of(String profile, String denyList, RuleSet rules) {
        Set<String> allowed = null;
        try {
            allowed = profile == null ? null : profile(profile, rules);
        } catch (IllegalArgumentException e) {
            return new RuleFilter(null, Set.of(), "Profile loading error: " + e.getMessage());
        }
        try {
            return new RuleFilter(allowed, denyList == null ? Set.of() : denyList(denyList, rules), null);
        } catch (IllegalArgumentException e) {
            return new RuleFilter(allowed, Set.of(), "Deny list loading error: " + e.getMessage());
        }
    }

    private static Set<String> profile(String text, RuleSet rules) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the profile is empty; list one rule id per line.");
        }
        var ids = new HashSet<String>();
        text.lines().forEach(line -> {
            var matcher = PROFILE_LINE.matcher(line);
            if (matcher.lookingAt()) {
                ids.add(known(matcher.group(), rules));
            }
        });
        return ids;
    }

    private static Set<String> denyList(String text, RuleSet known) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the deny list is empty; it needs the key RulesToSuppress.");
        }
        Object root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("the deny list is not valid YAML: " + e.getMessage(), e);
        }
        boolean listed = root instanceof Map<?, ?> map
                && map.get("RulesToSuppress") instanceof List<?> rules
                && !rules.isEmpty()
                && rules.stream().allMatch(rule -> rule instanceof Map);
        if (!listed) {
            throw new IllegalArgumentException("RulesToSuppress must be a list of maps, each with the id of a rule.");
        }
        var ids = new HashSet<String>();
        for (Object rule : (List<?>) ((Map<?, ?>) root).get("RulesToSuppress")) {
            ids.add(known(String.valueOf(((Map<?, ?>) rule).get("id")), known));
        }
        return ids;
    }

    private static String known(String id, RuleSet rules) {
        if (!rules.knows(id)) {
            throw new IllegalArgumentException("there is no rule with the id " + id + ".");
        }
        return id;
    }

    List<Violation> apply(List<Violation> violations) {
        var kept = new ArrayList<Violation>();
        for (Violation violation : violations) {
            boolean wanted = (profile == null || profile.contains(violation.id())) && !denied.contains(violation.id());
            if (wanted || NO_RULES.contains(violation.id())) {
                kept.add(violation);
            }
        }
        if (problem != null) {
            kept.add(Violation.fatal(problem));
        }
        return kept;
    }
}
