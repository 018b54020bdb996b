package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.report.Suppression;
import io.jenkins.plugins.sagemaker.nag.template.Malformation;
import io.jenkins.plugins.sagemaker.nag.template.MalformedValueException;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Template;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that resources suppress in their metadata, under {@code cfn_nag.rules_to_suppress}. */
final class Suppressions {
    private static final int LONGEST_REMARK = 1000;

    private final Map<String, Set<String>> byRule = new HashMap<>();
    private final List<Suppression> declared = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Malformation> malformations = new ArrayList<>();

    private Suppressions() {}

    static Suppressions of(Template template, boolean allowed) {
        var suppressions = new Suppressions();
        for (Resource resource : template.resources()) {
            try {
                suppressions.read(resource, allowed);
            } catch (MalformedValueException e) {
                suppressions.malformations.add(new Malformation(
                        resource.logicalId(), resource.line(), "rules_to_suppress: " + e.getMessage()));
            }
        }
        return suppressions;
    }

    private void read(Resource resource, boolean allowed) {
        Value metadata = resource.metadata();
        if (!metadata.isGiven() || !metadata.at("cfn_nag").isGiven()) {
            return;
        }
        Value rules = metadata.at("cfn_nag").at("rules_to_suppress");
        if (!rules.isGiven()) {
            return;
        }
        if (rules.isMap() && rules.isEmpty()) {
            return;
        }
        if (!rules.isList()) {
            throw new MalformedValueException(rules.shape() + " stands where a list of maps is expected");
        }
        boolean remarked = false;
        for (Value rule : rules.items()) {
            Value id = rule.at("id");
            if (id.isAbsent()) {
                // The remark shows them all, so one is enough, and a list of thousands is not told whole.
                if (!remarked) {
                    remarks.add(resource.logicalId() + " has missing cfn_nag suppression rule id: "
                            + rules.quote(LONGEST_REMARK));
                }
                remarked = true;
            } else if (allowed && id.isText()) {
                Value reason = rule.isMap() ? rule.at("reason") : id;
                byRule.computeIfAbsent(id.text(), first -> new HashSet<>()).add(resource.logicalId());
                declared.add(new Suppression(id.text(), resource.logicalId(), reason.text()));
            }
        }
    }

    /** Logical ids of the resources that suppress the rule. */
    Set<String> of(String ruleId) {
        return byRule.getOrDefault(ruleId, Set.of());
    }

    List<Suppression> declared() {
        return declared;
    }

    List<String> remarks() {
        return remarks;
    }

    List<Malformation> malformations() {
        return malformations;
    }
}
