package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.InlinePolicy;
import io.jenkins.plugins.sagemaker.nag.template.PolicyDocument;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Statement;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Execution roles: those that trust SageMaker. */
final class SageMakerRoleRules {
    private static final String ROLE = "AWS::IAM::Role";
    private static final String PAGE = SageMakerPack.GUIDE + "sagemaker-roles.html";
    private static final Pattern FULL_ACCESS =
            Pattern.compile("arn:[^:]*:iam::aws:policy/(AmazonSageMaker|AmazonS3)FullAccess");

    /** Actions for which AWS knows no resources, among those that training and serving need. */
    private static final List<String> WITHOUT_RESOURCE = List.of(
            "cloudwatch:putmetricdata",
            "cloudwatch:getmetricdata",
            "cloudwatch:listmetrics",
            "ecr:getauthorizationtoken",
            "logs:describeloggroups",
            "s3:listallmybuckets",
            "xray:puttracesegments",
            "xray:puttelemetryrecords");

    private static final Pattern READS_NETWORK = Pattern.compile("ec2:describe\\w+|sagemaker:list\\w+");

    private SageMakerRoleRules() {}

    static List<Rule> rules() {
        return List.of(
                SageMakerPack.failure(
                        "SM1",
                        "ExecutionRoleWildcardAction",
                        ROLE,
                        (role, scope) -> allows(role, scope, Statement::hasWildcardAction),
                        "The execution role allows every action (*) or every action of a service (service:*).",
                        "Code that comes with a model, a package or a notebook runs with these rights.",
                        "List the actions that the containers need; the guide names them for each API.",
                        PAGE),
                SageMakerPack.warning(
                        "SM2",
                        "ExecutionRoleWildcardResource",
                        ROLE,
                        (role, scope) -> allows(role, scope, SageMakerRoleRules::reachesEverything),
                        "The execution role allows its actions on every resource (*).",
                        "Code that comes with a model can then read and change the data of other teams.",
                        "Name the ARNs of buckets, keys, repositories and log groups; actions that know no ARN are left out.",
                        PAGE),
                SageMakerPack.failure(
                        "SM3",
                        "ExecutionRoleFullAccess",
                        ROLE,
                        (role, scope) -> trustsSageMaker(role)
                                && role.property("ManagedPolicyArns").items().stream()
                                        .anyMatch(arn ->
                                                FULL_ACCESS.matcher(arn.text()).find()),
                        "The execution role has AWS's policy AmazonSageMakerFullAccess or AmazonS3FullAccess.",
                        "Containers could delete endpoints, read every bucket named after SageMaker, and pass roles on.",
                        "Give the role a policy with only what its containers need.",
                        SageMakerPack.GUIDE + "security-iam-awsmanpol.html"),
                SageMakerPack.warning(
                        "SM4",
                        "ExecutionRoleConfusedDeputy",
                        ROLE,
                        (role, scope) -> PolicyDocument.of(role, role.property("AssumeRolePolicyDocument"))
                                .allows(statement -> namesSageMaker(statement.principal()) && !isBound(statement)),
                        "SageMaker may assume the role on behalf of any account.",
                        "Another account that learns the role's ARN could have the service act with its rights.",
                        "Add a Condition on aws:SourceAccount or aws:SourceArn to the trust policy.",
                        SageMakerPack.GUIDE + "security-confused-deputy-prevention.html"));
    }

    private static boolean allows(Resource role, Scope scope, Predicate<Statement> test) {
        if (!trustsSageMaker(role)) {
            return false;
        }
        var documents = new ArrayList<PolicyDocument>(AttachedPolicies.of(role, scope));
        InlinePolicy.of(role).forEach(policy -> documents.add(policy.document()));
        return documents.stream().anyMatch(document -> document.allows(test));
    }

    static boolean trustsSageMaker(Resource role) {
        return PolicyDocument.of(role, role.property("AssumeRolePolicyDocument"))
                .allows(statement -> namesSageMaker(statement.principal()));
    }

    private static boolean namesSageMaker(Value principal) {
        if (!principal.isMap()) {
            return false;
        }
        Value services = principal.at("Service");
        return services.isList()
                ? services.items().stream().anyMatch(SageMakerRoleRules::isSageMaker)
                : isSageMaker(services);
    }

    private static boolean isSageMaker(Value service) {
        return service.isText() && service.text().startsWith("sagemaker.");
    }

    private static boolean isBound(Statement statement) {
        String condition = statement.condition().toString().toLowerCase(Locale.ROOT);
        return condition.contains("aws:sourceaccount") || condition.contains("aws:sourcearn");
    }

    private static boolean reachesEverything(Statement statement) {
        return statement.hasWildcardResource()
                && (statement.actions().isEmpty()
                        || !statement.actions().stream().allMatch(SageMakerRoleRules::knowsNoResource));
    }

    private static boolean knowsNoResource(Value action) {
        String name = action.text().toLowerCase(Locale.ROOT);
        return WITHOUT_RESOURCE.contains(name) || READS_NETWORK.matcher(name).matches();
    }
}
