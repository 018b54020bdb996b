package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.List;

/** A policy written inside a role or user. */
public record InlinePolicy(String name, PolicyDocument document) {

    /** The policies of a role or user; an entry without PolicyName is skipped unless the mode is strict. */
    public static List<InlinePolicy> of(Resource owner) {
        var policies = new ArrayList<InlinePolicy>();
        for (Value policy : owner.property("Policies").items()) {
            if (policy.has("PolicyName") || owner.isStrict()) {
                policies.add(new InlinePolicy(
                        policy.at("PolicyName").text(), PolicyDocument.of(owner, policy.at("PolicyDocument"))));
            }
        }
        return policies;
    }
}
