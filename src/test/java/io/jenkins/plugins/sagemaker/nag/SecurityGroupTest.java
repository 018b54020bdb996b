package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses, ports and protocols of the rules of security groups. */
class SecurityGroupTest {
    private static final LintOptions STRICT = LintOptions.DEFAULT.withStrict(true);

    private static Verdicts ingress(String properties, LintOptions options) {
        return Verdicts.of(
                "Resources:\n  I: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: sg-1, Description: d,"
                        + " IpProtocol: tcp, " + properties + "}}\n",
                options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CidrIp: 0.0.0.0/0 | true | true | true",
                "CidrIp: 10.0.0.0/0 | false | true | true",
                "CidrIp: 0.0.0.0/00 | false | true | true",
                "CidrIp: ' 0.0.0.0/0 ' | false | true | true",
                "CidrIp: 10.0.0.0/10 | false | false | true",
                "CidrIp: 10.0.0.1/32 | false | false | false",
                "CidrIp: !Ref AWS::Region | false | false | false",
                "CidrIpv6: '::/0' | true | true | true",
                "CidrIpv6: '0:0:0:0:0:0:0:0/0' | true | true | true",
                "CidrIpv6: '1::/0' | true | true | true",
                "CidrIpv6: '::/1' | false | false | true",
                "CidrIpv6: '1::/16' | false | false | true",
                "CidrIpv6: '::1/128' | false | false | false",
                "CidrIpv6: 5 | false | false | false"
            })
    void aRangeOfNoBitsIsTheWorldAndAnyOtherIsARange(
            String address, boolean world, boolean strictlyWorld, boolean range) {
        assertThat(ingress(address, LintOptions.DEFAULT).flaggedBy("W2")).hasSize(world ? 1 : 0);
        assertThat(ingress(address, STRICT).flaggedBy("W2")).hasSize(strictlyWorld ? 1 : 0);
        assertThat(ingress(address.replace("AWS::Region", "I"), LintOptions.DEFAULT)
                        .flaggedBy("W9"))
                .hasSize(range ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FromPort: 80, ToPort: 80 | false | false",
                "FromPort: 80, ToPort: 80.0 | false | true",
                "FromPort: 80, ToPort: '80' | true | false",
                "FromPort: 80, ToPort: 81 | true | true",
                "FromPort: 80 | true | true",
                "X: 1 | false | false"
            })
    void differentPortsAreARange(String ports, boolean byDefault, boolean strictly) {
        assertThat(ingress(ports, LintOptions.DEFAULT).flaggedBy("W27")).hasSize(byDefault ? 1 : 0);
        assertThat(ingress(ports, STRICT).flaggedBy("W27")).hasSize(strictly ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-1 | CidrIp: 10.0.0.1/32 | true",
                "'-1' | CidrIp: 10.0.0.1/32 | true",
                "-1x | CidrIp: 10.0.0.1/32 | true",
                "-1.0 | CidrIp: 10.0.0.1/32 | false",
                "tcp | CidrIp: 10.0.0.1/32 | false",
                "1 | CidrIp: 10.0.0.1/32 | false",
                "-1 | CidrIp: 127.0.0.1/32 | false",
                "-1 | CidrIpv6: '::1/128' | false",
                "-1 | CidrIp: 127.0.0.0/8 | true"
            })
    void allProtocolsAreMinusOneAndMayGoToTheMachineItself(String protocol, String address, boolean flagged) {
        String template = "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n"
                + "      GroupDescription: g\n      SecurityGroupEgress: {IpProtocol: " + protocol + ", " + address
                + "}\n";

        assertThat(Verdicts.of(template).flaggedBy("W40")).hasSize(flagged ? 1 : 0);
        assertThat(Verdicts.of(template.replace("Egress", "Ingress")).flaggedBy("W42"))
                .hasSize(flagged || !address.endsWith("10.0.0.1/32") ? 1 : 0);
    }

    @Test
    void anUnquotedRangeThatBeginsWithAColonIsReadAllTheSame() {
        String template = """
            Resources:
              G:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: g
                  SecurityGroupEgress:
                    - IpProtocol: -1
                      CidrIpv6: %s
            """;

        assertThat(Verdicts.of(template.formatted("::/0")).all()).contains("W5 G", "W40 G");
        assertThat(Verdicts.of(template.formatted("::1/128")).all()).doesNotContain("W5 G", "W40 G");
    }

    @Test
    void aRuleIsDescribedByMoreThanBlanks() {
        String template = """
            Resources:
              G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, SecurityGroupIngress: %s, SecurityGroupEgress: %s}}
            """;
        String good = "{IpProtocol: tcp, Description: d}";
        String bad = "{IpProtocol: tcp, Description: ' '}";

        assertThat(List.of(
                        Verdicts.of(template.formatted(good, good)).flaggedBy("W36"),
                        Verdicts.of(template.formatted("[" + good + "]", "[" + good + "]"))
                                .flaggedBy("W36"),
                        Verdicts.of(template.formatted(bad, good)).flaggedBy("W36"),
                        Verdicts.of(template.formatted("[" + good + ", " + bad + "]", good))
                                .flaggedBy("W36"),
                        Verdicts.of(template.formatted(good, bad)).flaggedBy("W36")))
                .containsExactly(List.of(), List.of(), List.of("G"), List.of("G"), List.of("G"));
    }

    @Test
    void aStandaloneRuleIsItsGroupsIfThatIsInTheTemplate() {
        String template = """
            Resources:
              G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g}}
              I: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: %s, IpProtocol: tcp, CidrIp: 0.0.0.0/0}}
              E: {Type: AWS::EC2::SecurityGroupEgress, Properties: {GroupId: %s, IpProtocol: tcp, CidrIp: 0.0.0.0/0}}
            """;

        assertThat(Verdicts.of(template.formatted("!Ref G", "!GetAtt G.GroupId"))
                        .all())
                .contains("W2 G", "W5 G")
                .doesNotContain("F1000 G");
        assertThat(Verdicts.of(template.formatted("!GetAtt G.VpcId", "sg-1")).all())
                .contains("W2 I", "W5 E", "F1000 G");
        assertThat(Verdicts.of(template.formatted("{'Fn::GetAtt': [G]}", "{'Fn::GetAtt': G}"))
                        .all())
                .contains("W2 I", "W5 E", "F1000 G");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[[CidrIp, 0.0.0.0/0]]] | W5 | ",
                "[[[IpProtocol, '-1'], [CidrIp]]] | W40 | ",
                "[[:CidrIp]] | | ",
                "[[CidrIp]] | | ",
                "[[[]]] | | an empty value stands where the name of a property is expected",
                "[[5]] | | the value '5' stands where the name of a property is expected",
                "[[]] | | an egress rule has no properties: a list",
                "[{a b: c}] | | an egress rule has no properties: a map"
            })
    void aListWithinTheListIsMadeOfNamesAndPairs(String egress, String rule, String problem) {
        String template = "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n"
                + "      GroupDescription: g\n      SecurityGroupEgress: " + egress + "\n";
        String malformed = "The resource cannot be checked completely: " + problem + ".";

        assertThat(Stream.of("W5", "W40", "F1000")
                        .filter(id -> !Verdicts.of(template).flaggedBy(id).isEmpty()))
                .isEqualTo(rule == null ? List.of() : List.of(rule));
        assertThat(Verdicts.of(template).violations("MALFORMED").stream()
                        .anyMatch(violation -> violation.message().equals(malformed)))
                .isEqualTo(problem != null);
        assertThat(Verdicts.of(template.replace("Egress", "Ingress")).flaggedBy("W2"))
                .hasSize("W5".equals(rule) ? 1 : 0);
    }
}
