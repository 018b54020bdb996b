package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Element;
import io.jenkins.plugins.sagemaker.nag.template.MalformedValueException;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** Address ranges of a security group rule. Only texts are judged; a reference is left alone. */
final class Cidr {
    private static final int IPV6_BITS = 128;

    private Cidr() {}

    /** Only {@code 0.0.0.0/0} and what reads like {@code ::/0}; strictly, any IPv4 range with a prefix of no bits. */
    static boolean isOpenToWorld(Element rule, boolean strict) {
        Integer bits = ipv6(rule.property("CidrIpv6"), true);
        Value ipv4 = rule.property("CidrIp");
        return ipv4.is("0.0.0.0/0")
                || strict && ipv4.isText() && ipv4.text().strip().matches("[\\d.]+/0+")
                || (bits != null && bits == 0);
    }

    /** More than one address. */
    static boolean isRange(Element rule) {
        Value ipv4 = rule.property("CidrIp");
        if (ipv4.isText() && !ipv4.text().endsWith("/32")) {
            return true;
        }
        Integer bits = ipv6(rule.property("CidrIpv6"), false);
        return bits != null && bits != IPV6_BITS;
    }

    static boolean isLoopback(Element rule) {
        return rule.property("CidrIp").is("127.0.0.1/32")
                || List.of("::1/128", ":1/128")
                        .contains(rule.property("CidrIpv6").text());
    }

    /** The prefix length; null if there is no text. An unquoted {@code ::/0} comes as a symbol without its first colon. */
    private static Integer ipv6(Value cidr, boolean networkMustBeZero) {
        if (!cidr.isText() && !cidr.isSymbol()) {
            return null;
        }
        Ipv6Network network = Ipv6Network.parse(cidr.isSymbol() ? ":" + cidr.text() : cidr.text());
        if (network == null) {
            throw new MalformedValueException("'" + cidr.text() + "' is no IPv6 address range");
        }
        return networkMustBeZero && !network.isZero() ? Integer.valueOf(IPV6_BITS) : Integer.valueOf(network.bits());
    }
}
