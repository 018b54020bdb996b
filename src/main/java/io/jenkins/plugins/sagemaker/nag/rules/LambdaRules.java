package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.absent;

import io.jenkins.plugins.sagemaker.nag.template.InlinePolicy;
import io.jenkins.plugins.sagemaker.nag.template.MalformedValueException;
import io.jenkins.plugins.sagemaker.nag.template.PolicyDocument;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Statement;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lambda functions and who may call them. */
final class LambdaRules {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String PERMISSION = "AWS::Lambda::Permission";
    private static final List<String> LOG_ACTIONS =
            List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
    private static final Set<String> LOGGING_POLICIES = Set.of(
            "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
            "arn:aws:iam::aws:policy/AWSLambdaExecute",
            "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
            "arn:aws:iam::aws:policy/service-role/AWSLambdaDynamoDBExecutionRole",
            "arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole",
            "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole",
            "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole");

    private LambdaRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.each(
                        "F13",
                        "LambdaPermissionWildcardPrincipalRule",
                        PERMISSION,
                        (permission, scope) -> permission.property("Principal").isText()
                                && permission.property("Principal").text().contains("*"),
                        "The permission lets a wildcard principal call the function.",
                        "Any AWS account can call it, at your cost.",
                        "Name the account or service, and SourceArn."),
                Rule.each(
                        "W24",
                        "LambdaPermissionInvokeFunctionActionRule",
                        PERMISSION,
                        (permission, scope) -> !permission.property("Action").is("lambda:InvokeFunction"),
                        "The permission grants something else than lambda:InvokeFunction.",
                        "The caller may get to change the function, or call it in ways nobody meant.",
                        "Set Action to lambda:InvokeFunction."),
                Rule.each(
                        "W58",
                        "LambdaFunctionCloudWatchLogsRule",
                        FUNCTION,
                        (function, scope) -> !mayLog(scope.links().role(function), scope),
                        "No role of this template lets the function write its log.",
                        "The function fails without a word.",
                        "Give its role logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents in one"
                                + " statement, or AWSLambdaBasicExecutionRole."),
                Rule.each(
                        "W89",
                        "LambdaFunctionInsideVPCRule",
                        FUNCTION,
                        absent("VpcConfig"),
                        "The function runs outside of any VPC of yours.",
                        "Its traffic can be neither filtered nor recorded.",
                        "Set VpcConfig with subnets and security groups."),
                Rule.each(
                        "W92",
                        "LambdaFunctionReservedConcurrentExecutionsRule",
                        FUNCTION,
                        absent("ReservedConcurrentExecutions"),
                        "The function has no reserved concurrency.",
                        "It can starve all other functions of the account, or be starved by them.",
                        "Set ReservedConcurrentExecutions."));
    }

    /**
     * One statement of an inline policy must allow all three; a policy attached to the role from outside is not seen.
     * Strictly, the statements of all policies count that the template attaches to the role.
     */
    private static boolean mayLog(Resource role, Scope scope) {
        if (role == null) {
            return false;
        }
        if (!role.type().equals("AWS::IAM::Role")) {
            throw new MalformedValueException("its Role is " + role.logicalId() + ", which is no AWS::IAM::Role");
        }
        Value arns = role.property("ManagedPolicyArns");
        if (!arns.isList()) {
            throw new MalformedValueException("ManagedPolicyArns are " + arns.shape() + ", not a list");
        }
        List<PolicyDocument> inline =
                InlinePolicy.of(role).stream().map(InlinePolicy::document).toList();
        boolean allowed = scope.isStrict()
                ? LOG_ACTIONS.stream()
                        .allMatch(action -> Stream.concat(inline.stream(), AttachedPolicies.of(role, scope).stream())
                                .anyMatch(document -> document.allows(statement -> statement.namesAction(action))))
                : inline.stream().anyMatch(document -> document.allows(LambdaRules::coversLogging));
        return allowed
                || arns.items().stream()
                        .anyMatch(arn -> arn.isText() && LOGGING_POLICIES.contains(ManagedArns.read(arn, scope)));
    }

    private static boolean coversLogging(Statement statement) {
        return LOG_ACTIONS.stream().allMatch(statement::namesAction);
    }
}
