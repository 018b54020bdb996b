package io.jenkins.plugins.sagemaker.nag.template;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Resource types that cfn_nag has no rules for, though they are another way to write what it has rules for. The strict
 * mode reads them as that.
 */
final class TypeAliases {
    private static final String POLICY = "AWS::IAM::Policy";

    /** A type, the type it is read as, and a property that is a list of one under the other type. */
    private record Alias(String type, String readAs, String single, String list) {}

    private static final List<Alias> ALIASES = List.of(
            new Alias("AWS::IAM::RolePolicy", POLICY, "roleName", "roles"),
            new Alias("AWS::IAM::UserPolicy", POLICY, "userName", "users"),
            new Alias("AWS::IAM::GroupPolicy", POLICY, "groupName", "groups"),
            new Alias("AWS::SNS::TopicInlinePolicy", "AWS::SNS::TopicPolicy", "topicArn", "topics"),
            new Alias("AWS::SQS::QueueInlinePolicy", "AWS::SQS::QueuePolicy", "queue", "queues"),
            new Alias("AWS::OpenSearchService::Domain", "AWS::Elasticsearch::Domain", null, null),
            new Alias("AWS::WAFRegional::WebACL", "AWS::WAF::WebACL", null, null));

    private TypeAliases() {}

    /** The type to read a resource as; its properties are changed to match. */
    static String apply(String type, Map<String, Object> properties) {
        for (Alias alias : ALIASES) {
            if (alias.type.equals(type)) {
                if (alias.single != null && properties.containsKey(alias.single)) {
                    properties.put(alias.list, Collections.singletonList(properties.get(alias.single)));
                }
                return alias.readAs;
            }
        }
        return type;
    }
}
