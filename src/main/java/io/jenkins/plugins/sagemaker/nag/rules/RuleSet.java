package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of one run: those of cfn_nag, those of the packs that are on, and a team's own, in this order. */
public final class RuleSet {
    private final List<Rule> rules;
    private final Map<String, Rule> own = new LinkedHashMap<>();

    private RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static RuleSet of(Set<Pack> packs, List<Rule> own) {
        var rules = new ArrayList<>(RuleCatalog.rules());
        for (Pack pack : Pack.values()) {
            if (packs.contains(pack)) {
                rules.addAll(RuleCatalog.pack(pack));
            }
        }
        rules.addAll(own);
        var set = new RuleSet(rules);
        own.forEach(rule -> set.own.put(rule.id(), rule));
        return set;
    }

    /** In the order in which they run. */
    public List<Rule> rules() {
        return rules;
    }

    /** Whether there is such a rule, even if it does not run because its pack is off. */
    public boolean knows(String id) {
        return own.containsKey(id) || RuleCatalog.byId(id) != null;
    }
}
