package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.absent;

import io.jenkins.plugins.sagemaker.nag.template.References;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.HashSet;
import java.util.List;

/** API Gateway: logs, usage plans, authorization, TLS. */
final class ApiGatewayRules {
    private static final String DEPLOYMENT = "AWS::ApiGateway::Deployment";
    private static final String STAGE = "AWS::ApiGateway::Stage";
    private static final String NO_LOG = "Attacks and failures leave no trace.";
    private static final String NO_PLAN = "A single client can use up the capacity of all.";

    private ApiGatewayRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "W45",
                        "ApiGatewayAccessLoggingRule",
                        List.of(DEPLOYMENT, STAGE),
                        ApiGatewayRules::deploymentsWithoutLog,
                        "The deployment makes a stage without access log.",
                        NO_LOG,
                        "Set AccessLogSetting in StageDescription, or in the stage of the deployment."),
                Rule.each(
                        "W46",
                        "ApiGatewayV2AccessLoggingRule",
                        "AWS::ApiGatewayV2::Stage",
                        absent("AccessLogSettings"),
                        "The stage keeps no access log.",
                        NO_LOG,
                        "Set AccessLogSettings."),
                Rule.each(
                        "W69",
                        "ApiGatewayStageAccessLoggingRule",
                        STAGE,
                        absent("AccessLogSetting"),
                        "The stage keeps no access log.",
                        NO_LOG,
                        "Set AccessLogSetting."),
                Rule.each(
                        "W64",
                        "ApiGatewayStageUsagePlanRule",
                        STAGE,
                        (stage, scope) -> !scope.links().hasUsagePlan(stage),
                        "No usage plan covers the stage.",
                        NO_PLAN,
                        "List the stage under ApiStages of an AWS::ApiGateway::UsagePlan."),
                Rule.each(
                        "W68",
                        "ApiGatewayDeploymentUsagePlanRule",
                        DEPLOYMENT,
                        (deployment, scope) -> !scope.links().hasUsagePlan(deployment),
                        "No usage plan covers the stage of the deployment.",
                        NO_PLAN,
                        "List the deployment's stage under ApiStages of an AWS::ApiGateway::UsagePlan."),
                Rule.each(
                        "W59",
                        "ApiGatewayMethodAuthorizationTypeRule",
                        "AWS::ApiGateway::Method",
                        (method, scope) -> isOpen(method),
                        "The method can be called without authorization.",
                        "Everybody on the internet can call it.",
                        "Set AuthorizationType to anything but NONE; OPTIONS methods may stay open for CORS."),
                Rule.each(
                        "W62",
                        "ApiGatewaySecurityPolicyRule",
                        "AWS::ApiGateway::DomainName",
                        (domain, scope) -> domain.property("SecurityPolicy").isAbsent()
                                || domain.property("SecurityPolicy").is("TLS_1_0"),
                        "The domain accepts TLS 1.0.",
                        "Its ciphers are broken; the traffic can be read.",
                        "Set SecurityPolicy to TLS_1_2."),
                Rule.each(
                        "W87",
                        "ApiGatewayCacheEncryptedRule",
                        DEPLOYMENT,
                        (deployment, scope) -> cachesInPlain(deployment.property("StageDescription")),
                        "Answers are cached unencrypted.",
                        "Who gets at the cache can read other people's answers.",
                        "Set CacheDataEncrypted to true in StageDescription."));
    }

    private static boolean isOpen(Resource method) {
        Value type = method.property("AuthorizationType");
        return !method.property("HttpMethod").text().equalsIgnoreCase("options")
                && (type.isAbsent() || type.text().equalsIgnoreCase("none"));
    }

    private static boolean cachesInPlain(Value stage) {
        return !stage.isAbsent()
                && stage.at("CachingEnabled").isTrue()
                && !stage.at("CacheDataEncrypted").isTrue();
    }

    /** A stage of the deployment counts as logging even if it has no access log: cfn_nag asks for either of the two. Not so strictly. */
    private static void deploymentsWithoutLog(Scope scope, Findings findings) {
        var withStage = new HashSet<String>();
        for (Resource stage : scope.ofType(STAGE)) {
            findings.holds(
                    stage,
                    () -> (!stage.property("AccessLogSetting").isAbsent()
                                    || !stage.property("DeploymentId").isAbsent() && !scope.isStrict())
                            && withStage.add(References.target(stage.property("DeploymentId"))));
        }
        for (Resource deployment : scope.ofType(DEPLOYMENT)) {
            findings.flagIf(deployment, () -> {
                Value stage = deployment.property("StageDescription");
                return stage.isAbsent()
                        ? !withStage.contains(deployment.logicalId())
                        : stage.at("AccessLogSetting").isAbsent();
            });
        }
    }
}
