package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Parameter;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** Secrets that must not be readable in the template or in its parameters. */
final class PasswordRules {
    private static final String WHY = "Whoever may read the template, the stack or its parameters can read the secret.";
    private static final String FIX =
            "Use a dynamic reference {{resolve:secretsmanager:...}} or {{resolve:ssm-secure:...}},"
                    + " or a Ref to a parameter with NoEcho: true and without Default.";

    private PasswordRules() {}

    static List<Rule> rules() {
        return List.of(
                secret("F23", "RDSDBInstanceMasterUserPasswordRule", "AWS::RDS::DBInstance", "MasterUserPassword"),
                secret("F24", "RDSDBInstanceMasterUsernameRule", "AWS::RDS::DBInstance", "MasterUsername"),
                secret("F31", "DirectoryServiceSimpleADPasswordRule", "AWS::DirectoryService::SimpleAD", "Password"),
                secret("F34", "RDSDBClusterMasterUserPasswordRule", "AWS::RDS::DBCluster", "MasterUserPassword"),
                secret("F35", "RedshiftClusterMasterUserPasswordRule", "AWS::Redshift::Cluster", "MasterUserPassword"),
                secret(
                        "F36",
                        "DirectoryServiceMicrosoftADPasswordRule",
                        "AWS::DirectoryService::MicrosoftAD",
                        "Password"),
                secret("F37", "DMSEndpointPasswordRule", "AWS::DMS::Endpoint", "Password"),
                secret("F41", "AmplifyAppAccessTokenRule", "AWS::Amplify::App", "AccessToken"),
                secret(
                        "F42",
                        "PinpointAPNSSandboxChannelPrivateKeyRule",
                        "AWS::Pinpoint::APNSSandboxChannel",
                        "PrivateKey"),
                secret(
                        "F43",
                        "PinpointAPNSSandboxChannelTokenKeyRule",
                        "AWS::Pinpoint::APNSSandboxChannel",
                        "TokenKey"),
                secret(
                        "F44",
                        "ElastiCacheReplicationGroupAuthTokenRule",
                        "AWS::ElastiCache::ReplicationGroup",
                        "AuthToken"),
                secret("F45", "LambdaPermissionEventSourceTokenRule", "AWS::Lambda::Permission", "EventSourceToken"),
                secret(
                        "F46",
                        "PinpointAPNSVoipSandboxChannelPrivateKeyRule",
                        "AWS::Pinpoint::APNSVoipSandboxChannel",
                        "PrivateKey"),
                secret(
                        "F47",
                        "PinpointAPNSVoipSandboxChannelTokenKeyRule",
                        "AWS::Pinpoint::APNSVoipSandboxChannel",
                        "TokenKey"),
                secret("F48", "PinpointAPNSVoipChannelPrivateKeyRule", "AWS::Pinpoint::APNSVoipChannel", "PrivateKey"),
                secret("F49", "PinpointAPNSVoipChannelTokenKeyRule", "AWS::Pinpoint::APNSVoipChannel", "TokenKey"),
                secret(
                        "F50",
                        "AmplifyAppBasicAuthConfigPasswordRule",
                        "AWS::Amplify::App",
                        "BasicAuthConfig",
                        "Password"),
                secret("F51", "IAMUserLoginProfilePasswordRule", "AWS::IAM::User", "LoginProfile", "Password"),
                listed("F52", "AmazonMQBrokerUsersPasswordRule", "AWS::AmazonMQ::Broker", "Users", "Password"),
                secret(
                        "F53",
                        "AppStreamDirectoryConfigServiceAccountCredentialsAccountPasswordRule",
                        "AWS::AppStream::DirectoryConfig",
                        "ServiceAccountCredentials",
                        "AccountPassword"),
                listed(
                        "F54",
                        "OpsWorksStackRdsDbInstancesDbPasswordRule",
                        "AWS::OpsWorks::Stack",
                        "RdsDbInstances",
                        "DbPassword"),
                secret(
                        "F55",
                        "DMSEndpointMongoDbSettingsPasswordRule",
                        "AWS::DMS::Endpoint",
                        "MongoDbSettings",
                        "Password"),
                secret("F56", "PinpointAPNSChannelTokenKeyRule", "AWS::Pinpoint::APNSChannel", "TokenKey"),
                secret("F57", "PinpointAPNSChannelPrivateKeyRule", "AWS::Pinpoint::APNSChannel", "PrivateKey"),
                secret("F58", "AmplifyAppOauthTokenRule", "AWS::Amplify::App", "OauthToken"),
                secret(
                        "F60",
                        "AmplifyBranchBasicAuthConfigPasswordRule",
                        "AWS::Amplify::Branch",
                        "BasicAuthConfig",
                        "Password"),
                secret(
                        "F61",
                        "OpsWorksAppSslConfigurationPrivateKeyRule",
                        "AWS::OpsWorks::App",
                        "SslConfiguration",
                        "PrivateKey"),
                secret(
                        "F62",
                        "OpsWorksStackCustomCookbooksSourcePasswordRule",
                        "AWS::OpsWorks::Stack",
                        "CustomCookbooksSource",
                        "Password"),
                secret(
                        "F63",
                        "EMRClusterKerberosAttributesADDomainJoinPasswordRule",
                        "AWS::EMR::Cluster",
                        "KerberosAttributes",
                        "ADDomainJoinPassword"),
                secret(
                        "F64",
                        "EMRClusterKerberosAttributesCrossRealmTrustPrincipalPasswordRule",
                        "AWS::EMR::Cluster",
                        "KerberosAttributes",
                        "CrossRealmTrustPrincipalPassword"),
                secret(
                        "F65",
                        "EMRClusterKerberosAttributesKdcAdminPasswordRule",
                        "AWS::EMR::Cluster",
                        "KerberosAttributes",
                        "KdcAdminPassword"),
                secret(
                        "F66",
                        "KinesisFirehoseDeliveryStreamRedshiftDestinationConfigurationPasswordRule",
                        "AWS::KinesisFirehose::DeliveryStream",
                        "RedshiftDestinationConfiguration",
                        "Password"),
                secret("F67", "OpsWorksAppAppSourcePasswordRule", "AWS::OpsWorks::App", "AppSource", "Password"),
                secret(
                        "F68",
                        "KinesisFirehoseDeliveryStreamSplunkDestinationConfigurationHECTokenRule",
                        "AWS::KinesisFirehose::DeliveryStream",
                        "SplunkDestinationConfiguration",
                        "HECToken"),
                secret(
                        "F69",
                        "CodePipelineWebhookAuthenticationConfigurationSecretTokenRule",
                        "AWS::CodePipeline::Webhook",
                        "AuthenticationConfiguration",
                        "SecretToken"),
                secret("F70", "DocDBDBClusterMasterUserPasswordRule", "AWS::DocDB::DBCluster", "MasterUserPassword"),
                rule(
                        "F71",
                        "ManagedBlockchainMemberMemberFabricConfigurationAdminPasswordRule",
                        "AWS::ManagedBlockchain::Member",
                        "MemberFabricConfiguration.AdminPassword",
                        (member, scope) -> isExposed(fabricPassword(member.property("MemberConfiguration")), scope)),
                required("F74", "AlexaASKSkillAuthenticationConfigurationClientSecretRule", "ClientSecret"),
                required("F75", "AlexaASKSkillAuthenticationConfigurationRefreshTokenRule", "RefreshToken"));
    }

    private static Rule secret(String id, String name, String type, String property) {
        return rule(id, name, type, property, (resource, scope) -> isExposed(resource.property(property), scope));
    }

    private static Rule secret(String id, String name, String type, String property, String member) {
        return rule(id, name, type, property + "." + member, (resource, scope) -> {
            Value holder = resource.property(property);
            return !holder.isAbsent() && isExposed(holder.at(member), scope);
        });
    }

    private static Rule listed(String id, String name, String type, String property, String member) {
        return rule(id, name, type, property + "." + member, (resource, scope) -> {
            Value holders = resource.property(property);
            return holders.isGiven()
                    && holders.items().stream().anyMatch(holder -> isExposed(holder.at(member), scope));
        });
    }

    private static Rule required(String id, String name, String member) {
        return rule(
                id,
                name,
                "Alexa::ASK::Skill",
                "AuthenticationConfiguration." + member,
                (skill, scope) ->
                        isExposed(skill.property("AuthenticationConfiguration").at(member), scope));
    }

    private static Rule rule(String id, String name, String type, String path, Check check) {
        return Rule.each(
                id, name, type, check, path + " stands in plain text, or comes from where it can be read.", WHY, FIX);
    }

    private static Value fabricPassword(Value member) {
        Value framework = member.at("MemberFrameworkConfiguration");
        Value fabric = framework.isAbsent() ? framework : framework.at("MemberFabricConfiguration");
        return fabric.isAbsent() ? fabric : fabric.at("AdminPassword");
    }

    /**
     * A text that is not a dynamic reference to a secret store as a whole; or a Ref, unless it is to AWS::NoValue or to
     * a parameter that keeps secrets. Every other function is trusted.
     */
    static boolean isExposed(Value secret, Scope scope) {
        if (secret.isText()) {
            String text = secret.text();
            boolean dynamic = text.startsWith("{{resolve:secretsmanager:") || text.startsWith("{{resolve:ssm-secure:");
            return !(dynamic && text.endsWith("}}"));
        }
        if (!secret.isMap() || !secret.has("Ref")) {
            return false;
        }
        String target = secret.at("Ref").text();
        Parameter parameter = scope.parameter(target);
        return !target.equals("AWS::NoValue") && (parameter == null || !parameter.keepsSecret());
    }
}
