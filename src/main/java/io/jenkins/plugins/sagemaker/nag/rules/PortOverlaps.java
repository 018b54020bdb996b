package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Network ACL entries whose ports overlap with those of another entry of the same ACL, direction and kind of address.
 * Two entries that agree in everything are taken for one.
 */
final class PortOverlaps {
    private final Findings findings;

    /** Notes entries that cannot be understood in the findings. */
    PortOverlaps(Findings findings) {
        this.findings = findings;
    }

    /** Whatever decides which entries can collide at all. */
    private record Lane(Value acl, boolean ipv6, boolean egress) {

        static Lane of(Resource entry) {
            return new Lane(
                    entry.property("NetworkAclId"),
                    !entry.property("Ipv6CidrBlock").isAbsent(),
                    NetworkAclRules.isEgress(entry));
        }
    }

    /** The entries that overlap. */
    Set<Resource> among(List<Resource> entries) {
        var lanes = new LinkedHashMap<Lane, List<Ports>>();
        for (Resource entry : entries) {
            findings.holds(
                    entry,
                    () -> hasPorts(entry)
                            && lanes.computeIfAbsent(Lane.of(entry), first -> new ArrayList<>())
                                    .add(Ports.of(entry)));
        }
        var overlapping = new LinkedHashSet<Resource>();
        lanesInOrder(lanes).forEach(lane -> collect(lane, overlapping));
        return overlapping;
    }

    /** Per ACL: IPv4 egress, IPv4 ingress, IPv6 egress, IPv6 ingress. */
    private static List<List<Ports>> lanesInOrder(Map<Lane, List<Ports>> lanes) {
        var acls = new LinkedHashSet<Value>();
        lanes.keySet().forEach(lane -> acls.add(lane.acl()));
        var ordered = new ArrayList<List<Ports>>();
        for (Value acl : acls) {
            for (boolean ipv6 : new boolean[] {false, true}) {
                ordered.add(lanes.getOrDefault(new Lane(acl, ipv6, true), List.of()));
                ordered.add(lanes.getOrDefault(new Lane(acl, ipv6, false), List.of()));
            }
        }
        return ordered;
    }

    private void collect(List<Ports> ports, Set<Resource> overlapping) {
        for (int i = 0; i < ports.size(); i++) {
            for (int k = i + 1; k < ports.size(); k++) {
                Resource one = ports.get(i).entry();
                Resource other = ports.get(k).entry();
                boolean known = overlapping.contains(one) && overlapping.contains(other);
                if (!known && ports.get(i).overlaps(ports.get(k)) && findings.holds(one, () -> differ(one, other))) {
                    overlapping.add(one);
                    overlapping.add(other);
                }
            }
        }
    }

    private static boolean differ(Resource one, Resource other) {
        return !one.sameAs(other) || !other.sameAs(one);
    }

    /** An entry for TCP or UDP with ports that can be compared. */
    private static boolean hasPorts(Resource entry) {
        if (!NetworkAclRules.isTcpOrUdp(entry)) {
            return false;
        }
        Value range = entry.property("PortRange");
        return !range.isAbsent() && NetworkAclRules.isPort(range.at("From")) && NetworkAclRules.isPort(range.at("To"));
    }

    private record Ports(Resource entry, BigInteger from, BigInteger to) {

        static Ports of(Resource entry) {
            Value range = entry.property("PortRange");
            return new Ports(
                    entry, range.at("From").leadingInteger(), range.at("To").leadingInteger());
        }

        /** An end of one range lies within the other. */
        boolean overlaps(Ports other) {
            return holds(other.from) || holds(other.to) || other.holds(from) || other.holds(to);
        }

        private boolean holds(BigInteger port) {
            return port.compareTo(from) >= 0 && port.compareTo(to) <= 0;
        }
    }
}
