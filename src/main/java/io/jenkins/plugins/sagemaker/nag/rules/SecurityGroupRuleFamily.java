package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Element;
import io.jenkins.plugins.sagemaker.nag.template.References;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.math.BigInteger;
import java.util.List;

/**
 * What security groups let in and out. A standalone rule that names a group of the template counts as the group's, and
 * the group is flagged; one that names a group elsewhere is flagged itself.
 */
final class SecurityGroupRuleFamily {
    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    private static final BigInteger ALL = BigInteger.ONE.negate();
    private static final String LATER = "More of the machine can be reached than its task needs.";

    private SecurityGroupRuleFamily() {}

    static List<Rule> rules() {
        return List.of(
                rule(
                        "W2",
                        "SecurityGroupIngressOpenToWorldRule",
                        INGRESS,
                        Cidr::isOpenToWorld,
                        "An ingress rule lets in the whole internet (0.0.0.0/0 or ::/0).",
                        "Everybody can try the port, and soon somebody does.",
                        "Name the address ranges that need access; a public load balancer may suppress the rule."),
                rule(
                        "W5",
                        "SecurityGroupEgressOpenToWorldRule",
                        EGRESS,
                        Cidr::isOpenToWorld,
                        "An egress rule lets out to the whole internet (0.0.0.0/0 or ::/0).",
                        "Stolen data can leave to anywhere.",
                        "Name the address ranges, prefix lists or groups that are needed."),
                rule(
                        "W9",
                        "SecurityGroupIngressCidrNon32Rule",
                        INGRESS,
                        (rule, strict) -> Cidr.isRange(rule),
                        "An ingress rule lets in a range of addresses and not a single one.",
                        LATER,
                        "Use a /32 (IPv6: /128) address or SourceSecurityGroupId."),
                rule(
                        "W27",
                        "SecurityGroupIngressPortRangeRule",
                        INGRESS,
                        SecurityGroupRuleFamily::hasPortRange,
                        "An ingress rule opens a range of ports.",
                        LATER,
                        "Write one rule per port, with equal FromPort and ToPort."),
                rule(
                        "W29",
                        "SecurityGroupEgressPortRangeRule",
                        EGRESS,
                        SecurityGroupRuleFamily::hasPortRange,
                        "An egress rule opens a range of ports.",
                        "More services elsewhere can be reached than the task needs.",
                        "Write one rule per port, with equal FromPort and ToPort."),
                rule(
                        "W40",
                        "SecurityGroupEgressAllProtocolsRule",
                        EGRESS,
                        (rule, strict) -> hasAllProtocols(rule) && !Cidr.isLoopback(rule),
                        "An egress rule allows all protocols (-1).",
                        "It also opens every port, whatever FromPort and ToPort say.",
                        "Name the protocol."),
                rule(
                        "W42",
                        "SecurityGroupIngressAllProtocolsRule",
                        INGRESS,
                        (rule, strict) -> hasAllProtocols(rule),
                        "An ingress rule allows all protocols (-1).",
                        "It also opens every port, whatever FromPort and ToPort say.",
                        "Name the protocol."),
                Rule.each(
                        "F1000",
                        "SecurityGroupMissingEgressRule",
                        GROUP,
                        (group, scope) -> scope.links().egress(group).isEmpty(),
                        "The group has no egress rule, so EC2 lets everything out.",
                        "Stolen data can leave to anywhere, and nobody decided that it may.",
                        "Write down the egress that is needed, even if it is everything."),
                Rule.of(
                        "W36",
                        "SecurityGroupRuleDescriptionRule",
                        List.of(GROUP, INGRESS, EGRESS),
                        SecurityGroupRuleFamily::descriptions,
                        "A rule of the group has no description.",
                        "Later nobody knows whether the rule is still needed.",
                        "Say in Description who needs the rule and what for."));
    }

    /** Decides about one rule of a group. */
    private interface Test {
        boolean flags(Element rule, boolean strict);
    }

    private static Rule rule(String id, String name, String type, Test test, String message, String why, String fix) {
        boolean ingress = type.equals(INGRESS);
        Audit audit = (scope, findings) -> {
            for (Resource group : scope.ofType(GROUP)) {
                findings.flagIf(
                        group,
                        () -> (ingress
                                        ? scope.links().ingress(group)
                                        : scope.links().egress(group))
                                .stream().anyMatch(rule -> test.flags(rule, scope.isStrict())));
            }
            for (Resource rule : scope.ofType(type)) {
                findings.flagIf(rule, () -> isOfOtherGroup(rule, scope) && test.flags(rule, scope.isStrict()));
            }
        };
        return Rule.of(id, name, List.of(GROUP, type), audit, message, why, fix);
    }

    /** A Ref to anything is taken for one to a group of the template; strictly, there must be such a group. */
    private static boolean isOfOtherGroup(Resource rule, Scope scope) {
        if (scope.isStrict() && rule.property("GroupId").isAbsent()) {
            return true;
        }
        String target = References.target(rule.property("GroupId"), "GroupId");
        return target == null || scope.isStrict() && scope.resource(target) == null;
    }

    /** The types count, the number 80 and the text '80' are two ports; strictly, they are not. */
    private static boolean hasPortRange(Element rule, boolean strict) {
        Value from = rule.property("FromPort");
        Value to = rule.property("ToPort");
        return strict ? !from.text().equals(to.text()) : !from.is(to);
    }

    private static boolean hasAllProtocols(Element rule) {
        Value protocol = rule.property("IpProtocol");
        return (protocol.isInteger() || protocol.isText())
                && protocol.leadingInteger().equals(ALL);
    }

    private static void descriptions(Scope scope, Findings findings) {
        for (Resource group : scope.ofType(GROUP)) {
            findings.flagIf(
                    group,
                    () -> anyUndescribed(group.property("SecurityGroupIngress"))
                            || anyUndescribed(group.property("SecurityGroupEgress")));
        }
        for (String type : List.of(INGRESS, EGRESS)) {
            for (Resource rule : scope.ofType(type)) {
                findings.flagIf(rule, () -> rule.property("Description").text().isBlank());
            }
        }
    }

    private static boolean anyUndescribed(Value rules) {
        List<Value> each = rules.isMap() ? List.of(rules) : rules.items();
        return each.stream().anyMatch(rule -> rule.at("Description").text().isBlank());
    }
}
