package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules, in the order in which they run and report: by the bytes of cfn_nag's class names. */
public final class RuleCatalog {
    private static final Map<String, Rule> BY_ID = new LinkedHashMap<>();

    static {
        Stream.of(
                        ApiGatewayRules.rules(),
                        BucketRules.rules(),
                        ComplexityRules.rules(),
                        DatabaseRules.rules(),
                        DeliveryRules.rules(),
                        EncryptionRules.rules(),
                        IdentityRules.rules(),
                        KeyRules.rules(),
                        LambdaRules.rules(),
                        NetworkAclRules.rules(),
                        OperationsRules.rules(),
                        PasswordRules.rules(),
                        PolicyRules.rules(),
                        SecurityGroupRuleFamily.rules())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Rule::name))
                .forEach(rule -> BY_ID.put(rule.id(), rule));
    }

    private RuleCatalog() {}

    public static List<Rule> rules() {
        return List.copyOf(BY_ID.values());
    }

    /** Null if no rule has the id. */
    public static Rule byId(String id) {
        return BY_ID.get(id);
    }
}
