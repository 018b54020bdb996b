package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.List;

/** A policy written inside a role or user. */
public record InlinePolicy(String name, PolicyDocument document) {

    /** The policies of a role or user; an entry without PolicyName is skipped. */
    public static List<InlinePolicy> of(Resource owner) {
        var policies = new ArrayList<InlinePolicy>();
        for (Value policy : owner.property("Policies").items()) {
            if (policy.has("PolicyName")) {
                policies.add(new InlinePolicy(
                        policy.at("PolicyName").text(), PolicyDocument.of(policy.at("PolicyDocument"))));
            }
        }
        return policies;
    }
}
