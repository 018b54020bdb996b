package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.InlinePolicy;
import io.jenkins.plugins.sagemaker.nag.template.PolicyDocument;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What policy documents must not allow, wherever such a document stands. */
final class PolicyRules {
    private static final String ROLE = "AWS::IAM::Role";
    private static final String GROUP = "AWS::IAM::Group";
    private static final String POLICY = "AWS::IAM::Policy";
    private static final String MANAGED = "AWS::IAM::ManagedPolicy";
    private static final String BUCKET = "AWS::S3::BucketPolicy";
    private static final String TOPIC = "AWS::SNS::TopicPolicy";
    private static final String QUEUE = "AWS::SQS::QueuePolicy";
    private static final String KEY = "AWS::KMS::Key";
    private static final String IOT = "AWS::IoT::Policy";

    private PolicyRules() {}

    /** Something that a statement with effect Allow may grant too generously. */
    private enum Grant {
        WILDCARD_ACTION(
                Statement::hasWildcardAction,
                "allows every action (*) or every action of a service (service:*)",
                "The holder can do far more than its task needs, including whatever AWS adds to the service later.",
                "List the actions that are needed."),
        WILDCARD_RESOURCE(
                Statement::hasWildcardResource,
                "allows its actions on every resource (*)",
                "A mistake or a break-in then reaches resources of others, too.",
                "Name the ARNs that are needed; suppress the rule for actions that take no ARN."),
        WILDCARD_PRINCIPAL(
                Statement::hasWildcardPrincipal,
                "allows access to principals given by a wildcard (*)",
                "Anyone whom the pattern covers, perhaps every AWS account, may use the resource.",
                "Name the accounts, roles or services."),
        NOT_ACTION(
                statement -> !statement.notActions().isEmpty(),
                "allows all but some actions (Allow with NotAction)",
                "Everything that is not excluded is allowed, including whatever AWS adds later.",
                "List the allowed actions under Action instead."),
        NOT_RESOURCE(
                statement -> !statement.notResources().isEmpty(),
                "allows access to all but some resources (Allow with NotResource)",
                "Every resource that is not excluded is open, also those made later.",
                "List the allowed ARNs under Resource instead."),
        NOT_PRINCIPAL(
                statement -> !statement.notPrincipal().isAbsent(),
                "allows access to all but some principals (Allow with NotPrincipal)",
                "Everybody who is not excluded is let in, even the anonymous.",
                "List the allowed principals under Principal instead."),
        PASS_ROLE(
                statement -> statement.namesAction("iam:PassRole") && statement.coversEveryRole(),
                "allows to pass every role (iam:PassRole on *)",
                "Who may pass any role to a service can gain the rights of the most powerful one.",
                "Name the ARNs of the roles that may be passed.");

        private final Predicate<Statement> test;
        private final String message;
        private final String why;
        private final String fix;

        Grant(Predicate<Statement> test, String message, String why, String fix) {
            this.test = test;
            this.message = message;
            this.why = why;
            this.fix = fix;
        }
    }

    static List<Rule> rules() {
        return List.of(
                trust("F2", "IamRoleWildcardActionOnTrustPolicyRule", Grant.WILDCARD_ACTION),
                trust("F6", "IamRoleNotPrincipalOnTrustPolicyRule", Grant.NOT_PRINCIPAL),
                trust("W14", "IamRoleNotActionOnTrustPolicyRule", Grant.NOT_ACTION),
                role("F3", "IamRoleWildcardActionOnPermissionsPolicyRule", Grant.WILDCARD_ACTION),
                role("F38", "IamRolePassRoleWildcardResourceRule", Grant.PASS_ROLE),
                role("W11", "IamRoleWildcardResourceOnPermissionsPolicyRule", Grant.WILDCARD_RESOURCE),
                role("W15", "IamRoleNotActionOnPermissionsPolicyRule", Grant.NOT_ACTION),
                role("W21", "IamRoleNotResourceOnPermissionsPolicyRule", Grant.NOT_RESOURCE),
                document("F4", "IamPolicyWildcardActionRule", POLICY, Grant.WILDCARD_ACTION),
                document("F39", "IamPolicyPassRoleWildcardResourceRule", POLICY, Grant.PASS_ROLE),
                document("W12", "IamPolicyWildcardResourceRule", POLICY, Grant.WILDCARD_RESOURCE),
                document("W16", "IamPolicyNotActionRule", POLICY, Grant.NOT_ACTION),
                document("W22", "IamPolicyNotResourceRule", POLICY, Grant.NOT_RESOURCE),
                document("F5", "IamManagedPolicyWildcardActionRule", MANAGED, Grant.WILDCARD_ACTION),
                document("F40", "IamManagedPolicyPassRoleWildcardResourceRule", MANAGED, Grant.PASS_ROLE),
                document("W13", "IamManagedPolicyWildcardResourceRule", MANAGED, Grant.WILDCARD_RESOURCE),
                document("W17", "IamManagedPolicyNotActionRule", MANAGED, Grant.NOT_ACTION),
                document("W23", "IamManagedPolicyNotResourceRule", MANAGED, Grant.NOT_RESOURCE),
                document("F15", "S3BucketPolicyWildcardActionRule", BUCKET, Grant.WILDCARD_ACTION),
                document("F16", "S3BucketPolicyWildcardPrincipalRule", BUCKET, Grant.WILDCARD_PRINCIPAL),
                document("F9", "S3BucketPolicyNotPrincipalRule", BUCKET, Grant.NOT_PRINCIPAL),
                document("W20", "S3BucketPolicyNotActionRule", BUCKET, Grant.NOT_ACTION),
                document("F18", "SnsTopicPolicyWildcardPrincipalRule", TOPIC, Grant.WILDCARD_PRINCIPAL),
                document("F8", "SnsTopicPolicyNotPrincipalRule", TOPIC, Grant.NOT_PRINCIPAL),
                document("W19", "SnsTopicPolicyNotActionRule", TOPIC, Grant.NOT_ACTION),
                document("F20", "SqsQueuePolicyWildcardActionRule", QUEUE, Grant.WILDCARD_ACTION),
                document("F21", "SqsQueuePolicyWildcardPrincipalRule", QUEUE, Grant.WILDCARD_PRINCIPAL),
                document("F7", "SqsQueuePolicyNotPrincipalRule", QUEUE, Grant.NOT_PRINCIPAL),
                document("W18", "SqsQueuePolicyNotActionRule", QUEUE, Grant.NOT_ACTION),
                document("W38", "IotPolicyWildcardActionRule", IOT, Grant.WILDCARD_ACTION),
                document("W39", "IotPolicyWildcardResourceRule", IOT, Grant.WILDCARD_RESOURCE),
                rule(
                        "F76",
                        "KMSKeyWildcardPrincipalRule",
                        KEY,
                        "The key policy",
                        Grant.WILDCARD_PRINCIPAL,
                        document("KeyPolicy")));
    }

    private static Rule trust(String id, String name, Grant grant) {
        return rule(id, name, ROLE, "The role's trust policy", grant, document("AssumeRolePolicyDocument"));
    }

    /** Strictly, the policies inside of groups are looked at too. */
    private static Rule role(String id, String name, Grant grant) {
        return Rule.of(
                id,
                name,
                List.of(ROLE, GROUP),
                (scope, findings) -> {
                    var owners = new ArrayList<Resource>(scope.ofType(ROLE));
                    if (scope.isStrict()) {
                        owners.addAll(scope.ofType(GROUP));
                    }
                    owners.forEach(owner -> findings.flagIf(
                            owner,
                            () -> InlinePolicy.of(owner).stream()
                                    .anyMatch(policy -> policy.document().allows(grant.test))));
                },
                "A policy of the role " + grant.message + ".",
                grant.why,
                grant.fix);
    }

    private static Rule document(String id, String name, String type, Grant grant) {
        return rule(id, name, type, "The policy", grant, document("PolicyDocument"));
    }

    private static Function<Resource, List<PolicyDocument>> document(String property) {
        return owner -> List.of(PolicyDocument.of(owner, owner.property(property)));
    }

    private static Rule rule(
            String id,
            String name,
            String type,
            String subject,
            Grant grant,
            Function<Resource, List<PolicyDocument>> documents) {
        return Rule.each(
                id,
                name,
                type,
                (owner, scope) -> documents.apply(owner).stream().anyMatch(document -> document.allows(grant.test)),
                subject + " " + grant.message + ".",
                grant.why,
                grant.fix);
    }
}
