package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules there are but a team's own. */
public final class RuleCatalog {
    /** In the order in which they run and report: by the bytes of cfn_nag's class names. */
    private static final List<Rule> COMPATIBLE = Stream.of(
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
            .toList();

    private static final Map<String, Rule> BY_ID = byId(COMPATIBLE);

    private RuleCatalog() {}

    /** Made when they are first asked for, because most runs have no pack. */
    private static final class Packs {
        private static final List<Rule> SAGEMAKER = SageMakerPack.rules();
        private static final Map<String, Rule> BY_ID = byId(SAGEMAKER);
    }

    private static Map<String, Rule> byId(List<Rule> rules) {
        var byId = new HashMap<String, Rule>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        return byId;
    }

    /** The rules of cfn_nag. */
    public static List<Rule> rules() {
        return COMPATIBLE;
    }

    /** The rules of a pack, by their numbers. */
    public static List<Rule> pack(Pack pack) {
        return switch (pack) {
            case SAGEMAKER -> Packs.SAGEMAKER;
        };
    }

    /** The rules of cfn_nag, then those of every pack. */
    public static List<Rule> all() {
        var all = new ArrayList<>(COMPATIBLE);
        for (Pack pack : Pack.values()) {
            all.addAll(pack(pack));
        }
        return all;
    }

    /** Null if no rule has the id. */
    public static Rule byId(String id) {
        Rule compatible = BY_ID.get(id);
        return compatible == null ? Packs.BY_ID.get(id) : compatible;
    }
}
