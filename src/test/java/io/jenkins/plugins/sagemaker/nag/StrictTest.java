package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cfn_nag does not see, and the strict mode does; and what it takes for a fault that is none. */
class StrictTest {
    private static final LintOptions STRICT = LintOptions.DEFAULT.withStrict(true);
    private static final String ROLE = """
        R:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {}
        """;
    private static final String FUNCTION = """
        F:
          Type: AWS::Lambda::Function
          Properties: {Code: {ZipFile: x}, Role: !GetAtt R.Arn}
        """;
    private static final String GROUP = """
        G:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: g
            SecurityGroupEgress: {CidrIp: 10.0.0.0/8}
        """;

    private static Arguments seen(String what, String rule, String resources, String... flagged) {
        return both(what, rule, resources, List.of(), List.of(flagged));
    }

    private static Arguments excused(String what, String rule, String resources, String... flagged) {
        return both(what, rule, resources, List.of(flagged), List.of());
    }

    private static Arguments both(
            String what, String rule, String resources, List<String> byDefault, List<String> strictly) {
        return Arguments.of(what, rule, resources, byDefault, strictly);
    }

    private static String inline(String policy) {
        return ROLE + "    Policies: [{PolicyName: p, PolicyDocument: {Statement: " + policy + "}}]\n";
    }

    private static String bucket(String acl) {
        return "B: {Type: AWS::S3::Bucket, Properties: {AccessControl: " + acl + "}}\n";
    }

    private static String ingress(String properties) {
        return "I: {Type: AWS::EC2::SecurityGroupIngress, Properties: {IpProtocol: tcp, CidrIp: 0.0.0.0/0, "
                + properties + "}}\n";
    }

    static Stream<Arguments> values() {
        return Stream.of(
                seen("the default of a parameter", "W31", bucket("!Ref Acl"), "B"),
                seen("the default in a Sub", "W31", bucket("!Sub 'Public${Read}'"), "B"),
                seen("the branch of a condition that is false", "W31", bucket("!If [C, Private, PublicRead]"), "B"),
                seen("the branch of a condition that is true", "W31", bucket("!If [Gone, Private, PublicRead]"), "B"),
                seen("AWS::NoValue, where nothing is bad", "W41", """
                    B: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: !Ref AWS::NoValue}}
                    """, "B"),
                excused("AWS::NoValue in a list", "F11", """
                    P:
                      Type: AWS::IAM::Policy
                      Properties: {PolicyName: p, PolicyDocument: {}, Users: [!Ref AWS::NoValue]}
                    """, "P"),
                excused("AWS::NoValue, where something is bad", "F11", """
                    P:
                      Type: AWS::IAM::Policy
                      Properties: {PolicyName: p, PolicyDocument: {}, Users: !Ref AWS::NoValue}
                    """, "P"),
                seen("AWS::NoValue for the egress of a group", "F1000", """
                    G:
                      Type: AWS::EC2::SecurityGroup
                      Properties: {GroupDescription: g, SecurityGroupEgress: !Ref AWS::NoValue}
                    """, "G"),
                excused("a secret that is given a value", "F37", """
                    D: {Type: AWS::DMS::Endpoint, Properties: {Password: !Ref Secret}}
                    """),
                excused("a secret in a Sub of its own", "F37", """
                    D: {Type: AWS::DMS::Endpoint, Properties: {Password: !Sub '${Secret}'}}
                    """, "D"),
                seen("an action of a web ACL", "F665", """
                    A: {Type: AWS::WAF::WebACL, Properties: {DefaultAction: {Type: ALLOW}}}
                    """, "A"),
                seen(
                        "an unquoted OFF",
                        "F78",
                        "P: {Type: AWS::Cognito::UserPool, Properties: {MfaConfiguration: OFF}}\n",
                        "P"),
                excused("the text true", "W26", """
                    L:
                      Type: AWS::ElasticLoadBalancing::LoadBalancer
                      Properties: {Listeners: [], AccessLoggingPolicy: {Enabled: 'true'}}
                    """, "L"),
                excused("a number and a text that are one port", "W27", """
                    G:
                      Type: AWS::EC2::SecurityGroup
                      Properties: {GroupDescription: g, SecurityGroupIngress: {FromPort: 80, ToPort: '80'}}
                    """, "G"));
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                seen("a document in a text", "F4", """
                    P:
                      Type: AWS::IAM::Policy
                      Properties:
                        PolicyName: p
                        PolicyDocument: !Sub '{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "${AWS::Region}"}]}'
                    """, "P"),
                seen("more than one star", "F3", inline("{Effect: Allow, Action: 's3:**', Resource: x}"), "R"),
                seen(
                        "an ARN of everything",
                        "W11",
                        inline("{Effect: Allow, Action: s3:Get, Resource: 'arn:aws:s3:::*'}"),
                        "R"),
                seen("stars in the middle", "F38", inline("{Effect: Allow, Action: 'iam:P*R?le', Resource: '*'}"), "R"),
                seen("another case", "F38", inline("{Effect: Allow, Action: 'IAM:passrole', Resource: '*'}"), "R"),
                seen(
                        "every role by its ARN",
                        "F38",
                        inline("{Effect: Allow, Action: 'iam:PassRole', Resource: 'arn:aws:iam::1:role/*'}"),
                        "R"),
                seen("a policy without a name", "F3", ROLE + """
                        Policies: [{PolicyDocument: {Statement: {Effect: Allow, Action: '*', Resource: x}}}]
                    """, "R"),
                seen("the policy of a group", "F3", """
                    G:
                      Type: AWS::IAM::Group
                      Properties:
                        Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: '*'}}}]
                    """, "G"),
                seen("a policy of its own type", "F4", """
                    P:
                      Type: AWS::IAM::RolePolicy
                      Properties:
                        PolicyName: p
                        RoleName: r
                        PolicyDocument: {Statement: {Effect: Allow, Action: '*', Resource: '*'}}
                    """, "P"),
                seen("a policy of a user", "F11", """
                    P: {Type: AWS::IAM::UserPolicy, Properties: {PolicyName: p, UserName: u, PolicyDocument: {}}}
                    """, "P"),
                seen("the policy of AWS, in its partition", "W43", ROLE + """
                        ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess']
                    """, "R"),
                seen("the policy of AWS in China", "W43", ROLE + """
                        ManagedPolicyArns: ['arn:aws-cn:iam::aws:policy/AdministratorAccess']
                    """, "R"),
                excused("rights in more than one statement", "W58", FUNCTION + inline("""
                        [{Effect: Allow, Action: 'logs:Create*', Resource: x}, {Effect: Allow, Action: 'logs:Put*'}]
                        """.strip()), "F"),
                excused("rights attached from outside", "W58", FUNCTION + ROLE + """
                    P:
                      Type: AWS::IAM::Policy
                      Properties:
                        PolicyName: p
                        Roles: [!Ref R]
                        PolicyDocument: {Statement: {Effect: Allow, Action: 'logs:*'}}
                    """, "F"),
                excused(
                        "a role in a Sub",
                        "W58",
                        """
                    F:
                      Type: AWS::Lambda::Function
                      Properties: {Code: {ZipFile: x}, Role: !Sub '${R.Arn}'}
                    """ + ROLE + "    ManagedPolicyArns: ['arn:aws:iam::aws:policy/AWSLambdaExecute']\n",
                        "F"));
    }

    static Stream<Arguments> links() {
        return Stream.of(
                seen("a group by a parameter", "W2", ingress("GroupId: !Ref Group"), "I"),
                both(
                        "a group by a Sub",
                        "W2",
                        GROUP + ingress("GroupId: !Sub '${G.GroupId}'"),
                        List.of("I"),
                        List.of("G")),
                seen("a range of no bits", "W2", """
                    G:
                      Type: AWS::EC2::SecurityGroup
                      Properties: {GroupDescription: g, SecurityGroupIngress: {CidrIp: 10.0.0.0/0}}
                    """, "G"),
                excused("a policy by a Sub", "W51", "B: {Type: AWS::S3::Bucket}\n" + """
                    P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Sub '${B}', PolicyDocument: {}}}
                    """, "B"),
                excused("a flow log by its attribute", "W60", "V: {Type: AWS::EC2::VPC}\n" + """
                    L: {Type: AWS::EC2::FlowLog, Properties: {ResourceId: !GetAtt V.VpcId}}
                    """, "V"),
                seen("a stage without a log", "W45", "D: {Type: AWS::ApiGateway::Deployment}\n" + """
                    S: {Type: AWS::ApiGateway::Stage, Properties: {DeploymentId: !Ref D}}
                    """, "D"),
                seen("OpenSearch", "W90", "D: {Type: AWS::OpenSearchService::Domain}\n", "D"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"values", "policies", "links"})
    void theStrictModeLooksCloser(
            String what, String rule, String resources, List<String> byDefault, List<String> strictly) {
        String template = """
            Parameters:
              Acl: {Type: String, Default: PublicRead}
              Read: {Type: String, Default: Read}
              Group: {Type: String}
              Secret: {Type: String, NoEcho: true}
            Conditions:
              C: !Equals [a, a]
              Gone: !Equals [a, b]
            Resources:
            """ + resources.indent(2);

        assertThat(Verdicts.of(template).flaggedBy(rule)).isEqualTo(byDefault);
        assertThat(Verdicts.of(template, STRICT).flaggedBy(rule)).isEqualTo(strictly);
        assertThat(Verdicts.of(template, STRICT).violations("MALFORMED")).isEmpty();
    }
}
