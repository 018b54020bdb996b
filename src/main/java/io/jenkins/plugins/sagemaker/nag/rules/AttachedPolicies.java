package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.PolicyDocument;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.ArrayList;
import java.util.List;

/** The policies that a template attaches to a role from outside of it. */
final class AttachedPolicies {
    private AttachedPolicies() {}

    /** Documents of the policies that name the role, and of managed policies of the template that the role names. */
    static List<PolicyDocument> of(Resource role, Scope scope) {
        var documents = new ArrayList<PolicyDocument>();
        for (String type : List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
            for (Resource policy : scope.ofType(type)) {
                if (names(policy.property("Roles"), role) || names(role.property("ManagedPolicyArns"), policy)) {
                    documents.add(PolicyDocument.of(policy, policy.property("PolicyDocument")));
                }
            }
        }
        return documents;
    }

    private static boolean names(Value references, Resource resource) {
        return references.isList()
                && references.items().stream()
                        .anyMatch(reference ->
                                reference.isMap() && reference.at("Ref").is(resource.logicalId())
                                        || reference.isText() && reference.is(resource.property("RoleName")));
    }
}
