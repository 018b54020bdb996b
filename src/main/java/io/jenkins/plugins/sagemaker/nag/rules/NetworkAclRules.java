package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Network ACLs and their entries. */
final class NetworkAclRules {
    private static final String ACL = "AWS::EC2::NetworkAcl";
    private static final String ENTRY = "AWS::EC2::NetworkAclEntry";
    private static final Set<String> TCP_UDP = Set.of("6", "17");
    private static final Set<String> TCP_UDP_ICMP = Set.of("1", "6", "17");
    private static final Set<String> ANY_IPV6 = Set.of("::/0", ":/0");

    private NetworkAclRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "F79",
                        "EC2NetworkAclEntryDuplicateRule",
                        List.of(ACL, ENTRY),
                        (scope, findings) -> scope.ofType(ACL).forEach(acl -> duplicates(acl, scope, findings)),
                        "Another entry of the ACL has the same rule number and direction.",
                        "Which of the two holds is left to chance, or the stack fails.",
                        "Give each entry of one direction its own RuleNumber."),
                Rule.of(
                        "W71",
                        "EC2NetworkAclEntryIneffectiveDenyRule",
                        List.of(ACL, ENTRY),
                        (scope, findings) -> scope.ofType(ACL).forEach(acl -> denials(acl, scope, findings)),
                        "The entry denies only some addresses.",
                        "Everybody else gets past it; that is seldom what a denial is for.",
                        "Deny 0.0.0.0/0 and ::/0, and allow the exceptions with lower rule numbers."),
                Rule.each(
                        "W66",
                        "EC2NetworkAclEntryProtocolRule",
                        ENTRY,
                        (entry, scope) -> entry.property("RuleAction").is("allow") && !hasNarrowProtocol(entry),
                        "The entry allows more than TCP, UDP or ICMP.",
                        "With any other protocol EC2 ignores the ports, so all of them are open.",
                        "Set Protocol to 6, 17 or 1, or to 58 with an IPv6 block, ICMP type and code."),
                Rule.each(
                        "W67",
                        "EC2NetworkAclEntryPortRangeRule",
                        ENTRY,
                        (entry, scope) -> isTcpOrUdp(entry) && coversAllPorts(entry.property("PortRange")),
                        "The entry covers all ports.",
                        "Services that nobody thought of can be reached.",
                        "Set PortRange to the ports that are needed."),
                Rule.of(
                        "W72",
                        "EC2NetworkAclEntryOverlappingPortsRule",
                        List.of(ENTRY),
                        (scope, findings) -> new PortOverlaps(findings)
                                .among(scope.ofType(ENTRY))
                                .forEach(findings::flag),
                        "The ports overlap with those of another entry of the ACL.",
                        "One of the two entries may never come into effect.",
                        "Give the entries of one direction ports of their own."));
    }

    private static void duplicates(Resource acl, Scope scope, Findings findings) {
        for (var direction : List.<Predicate<Resource>>of(NetworkAclRules::isEgress, NetworkAclRules::isIngress)) {
            var byNumber = new LinkedHashMap<Value, List<Resource>>();
            for (Resource entry : scope.links().entries(acl)) {
                findings.holds(
                        entry,
                        () -> direction.test(entry)
                                && byNumber.computeIfAbsent(entry.property("RuleNumber"), number -> new ArrayList<>())
                                        .add(entry));
            }
            byNumber.values().stream().filter(same -> same.size() > 1).forEach(same -> same.forEach(findings::flag));
        }
    }

    private static void denials(Resource acl, Scope scope, Findings findings) {
        for (var direction : List.<Predicate<Resource>>of(NetworkAclRules::isEgress, NetworkAclRules::isIngress)) {
            for (Resource entry : scope.links().entries(acl)) {
                findings.flagIf(
                        entry,
                        () -> direction.test(entry)
                                && entry.property("RuleAction").is("deny")
                                && isPartial(entry));
            }
        }
    }

    private static boolean isPartial(Resource entry) {
        Value ipv4 = entry.property("CidrBlock");
        Value ipv6 = entry.property("Ipv6CidrBlock");
        return (!ipv4.isAbsent() && !ipv4.is("0.0.0.0/0"))
                || (!ipv6.isAbsent() && !(ipv6.isText() && ANY_IPV6.contains(ipv6.text())));
    }

    static boolean isEgress(Resource entry) {
        return entry.property("Egress").isTrue();
    }

    private static boolean isIngress(Resource entry) {
        return entry.property("Egress").isFalseOrAbsent();
    }

    static boolean isTcpOrUdp(Resource entry) {
        return TCP_UDP.contains(entry.property("Protocol").text());
    }

    private static boolean hasNarrowProtocol(Resource entry) {
        String protocol = entry.property("Protocol").text();
        Value icmp = entry.property("Icmp");
        boolean icmpv6 = protocol.equals("58")
                && !entry.property("Ipv6CidrBlock").isAbsent()
                && !icmp.isAbsent()
                && !icmp.at("Code").isAbsent()
                && !icmp.at("Type").isAbsent();
        return TCP_UDP_ICMP.contains(protocol) || icmpv6;
    }

    private static boolean coversAllPorts(Value range) {
        return range.isAbsent()
                || range.at("From").isAbsent()
                || range.at("To").isAbsent()
                || (range.at("From").text().equals("0") && range.at("To").text().equals("65535"));
    }

    /** A number, or a text that begins with one other than 0. */
    static boolean isPort(Value port) {
        return port.isNumber() || (port.isText() && !port.leadingInteger().equals(BigInteger.ZERO));
    }
}
