package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two entries of one network ACL. */
class NetworkAclTest {

    private static Verdicts entries(String one, String other) {
        String entry = "{Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Acl, %s}}\n";
        return Verdicts.of("Parameters:\n  P: {Type: String}\nResources:\n"
                + "  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: v}}\n"
                + "  A: " + entry.formatted(one) + "  B: " + entry.formatted(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RuleNumber: 1, Egress: true | RuleNumber: 1, Egress: true | true",
                "RuleNumber: 1, Egress: false | RuleNumber: 1 | true",
                "RuleNumber: 1, Egress: true | RuleNumber: 1, Egress: false | false",
                "RuleNumber: 1, Egress: true | RuleNumber: 2, Egress: true | false",
                "RuleNumber: 1, Egress: !Ref P | RuleNumber: 1, Egress: !Ref P | false"
            })
    void areDuplicatesIfNumberAndDirectionAreTheSame(String one, String other, boolean flagged) {
        assertThat(entries(one, other).flaggedBy("F79")).isEqualTo(flagged ? List.of("A", "B") : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RuleAction: deny, CidrBlock: 10.0.0.0/8 | true",
                "RuleAction: deny, CidrBlock: 10.0.0.0/8, Egress: true | true",
                "RuleAction: deny, CidrBlock: 10.0.0.0/8, Egress: !Ref P | false",
                "RuleAction: deny, CidrBlock: 0.0.0.0/0 | false",
                "RuleAction: deny, Ipv6CidrBlock: '::/0' | false",
                "RuleAction: deny, Ipv6CidrBlock: ':/0' | false",
                "RuleAction: deny, Ipv6CidrBlock: '1::/0' | true",
                "RuleAction: deny, CidrBlock: !Ref P | true",
                "RuleAction: allow, CidrBlock: 10.0.0.0/8 | false",
                "RuleAction: deny | false"
            })
    void denyInVainIfNotEverybodyIsMeant(String entry, boolean flagged) {
        assertThat(entries("RuleNumber: 1, " + entry, "RuleNumber: 2").flaggedBy("W71"))
                .isEqualTo(flagged ? List.of("A") : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: 1, To: 9 | From: 9, To: 20 | true",
                "From: 1, To: 9 | From: 10, To: 20 | false",
                "From: 5, To: 6 | From: 1, To: 9 | true",
                "From: 1, To: 9 | From: 5, To: 6 | true",
                "From: 9, To: 20 | From: 1, To: 9 | true",
                "From: '1', To: 9x | From: 9.5, To: 20 | true",
                "From: abc, To: abc | From: abc, To: abd | false",
                "From: '0', To: 9 | From: 1, To: 9 | false",
                "From: 0, To: 9 | From: 1, To: 9 | true",
                "From: !Ref P, To: 9 | From: 1, To: 9 | false",
                "From: 1 | From: 1, To: 9 | false"
            })
    void overlapIfAnEndOfOneRangeLiesInTheOther(String one, String other, boolean flagged) {
        String entry = "RuleNumber: %d, Protocol: %s, PortRange: {%s}";

        assertThat(entries(entry.formatted(1, "6", one), entry.formatted(2, "'17'", other))
                        .flaggedBy("W72"))
                .isEqualTo(flagged ? List.of("A", "B") : List.of());
        assertThat(entries(entry.formatted(1, "6", one), entry.formatted(2, "6, Egress: true", other))
                        .flaggedBy("W72"))
                .isEmpty();
        assertThat(entries(entry.formatted(1, "6", one), entry.formatted(2, "6, Ipv6CidrBlock: x", other))
                        .flaggedBy("W72"))
                .isEmpty();
        assertThat(entries(entry.formatted(1, "1", one), entry.formatted(2, "6", other))
                        .flaggedBy("W72"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RuleNumber: 1 | RuleNumber: 1 | false",
                "RuleNumber: 1 | RuleNumber: 2 | true",
                "RuleNumber: 1 | RuleNumber: 1, X: y | true",
                "RuleNumber: 1, X: y | RuleNumber: 1 | true"
            })
    void areOneIfTheyAgreeInEverything(String one, String other, boolean flagged) {
        String ports = ", Protocol: 6, PortRange: {From: 1, To: 9}";

        assertThat(entries(one + ports, other + ports).flaggedBy("W72"))
                .isEqualTo(flagged ? List.of("A", "B") : List.of());
    }
}
