package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.isTrue;

import io.jenkins.plugins.sagemaker.nag.template.InlinePolicy;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** Users, groups, roles and sign-in. */
final class IdentityRules {
    private static final String USER = "AWS::IAM::User";
    private static final String ROLE = "AWS::IAM::Role";
    private static final String MANAGED_ARN = "arn:aws:iam::aws:policy/";

    private IdentityRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.each(
                        "F10",
                        "UserHasInlinePolicyRule",
                        USER,
                        (user, scope) -> !InlinePolicy.of(user).isEmpty(),
                        "The user carries policies of its own.",
                        "Rights that are scattered over single users are soon lost sight of.",
                        "Attach the policy to a group and put the user into it."),
                Rule.each(
                        "F11",
                        "PolicyOnUserRule",
                        "AWS::IAM::Policy",
                        (policy, scope) -> !policy.property("Users").isEmpty(),
                        "The policy is attached to users.",
                        "Rights that are scattered over single users are soon lost sight of.",
                        "Attach the policy to a group or a role."),
                Rule.each(
                        "F12",
                        "ManagedPolicyOnUserRule",
                        "AWS::IAM::ManagedPolicy",
                        (policy, scope) -> !policy.property("Users").isEmpty(),
                        "The managed policy is attached to users.",
                        "Rights that are scattered over single users are soon lost sight of.",
                        "Attach the policy to a group or a role."),
                Rule.each(
                        "F2000",
                        "UserMissingGroupRule",
                        USER,
                        (user, scope) -> !isInGroup(user, scope),
                        "The user is in no group.",
                        "Rights then have to be given to the user itself, one by one.",
                        "Name a group under Groups, or add the user by AWS::IAM::UserToGroupAddition."),
                Rule.each(
                        "W50",
                        "IamUserLoginProfilePasswordResetRule",
                        USER,
                        (user, scope) -> keepsFirstPassword(user.property("LoginProfile")),
                        "The user need not change the first password.",
                        "The password remains known to whoever set it.",
                        "Set LoginProfile.PasswordResetRequired to true."),
                Rule.each(
                        "W43",
                        "IamRoleAdministratorAccessPolicyRule",
                        ROLE,
                        (role, scope) -> hasManaged(role, "AdministratorAccess", scope),
                        "The role has AWS's policy AdministratorAccess.",
                        "Whoever gets hold of the role owns the account.",
                        "Give the role a policy with only what it needs."),
                Rule.each(
                        "W44",
                        "IamRoleElevatedManagedPolicyRule",
                        ROLE,
                        (role, scope) ->
                                hasManaged(role, "PowerUserAccess", scope) || hasManaged(role, "IAMFullAccess", scope),
                        "The role has AWS's policy PowerUserAccess or IAMFullAccess.",
                        "Both come close to owning the account.",
                        "Give the role a policy with only what it needs."),
                Rule.each(
                        "W57",
                        "CognitoIdentityPoolAllowUnauthenticatedIdentitiesRule",
                        "AWS::Cognito::IdentityPool",
                        isTrue("AllowUnauthenticatedIdentities"),
                        "The identity pool hands out credentials to people who have not signed in.",
                        "Everybody on the internet gets the rights of the unauthenticated role.",
                        "Set AllowUnauthenticatedIdentities to false, or make sure that role can do next to nothing."),
                Rule.each(
                        "F78",
                        "CognitoUserPoolMfaConfigurationOnorOptionalRule",
                        "AWS::Cognito::UserPool",
                        // An unquoted OFF or NO is the truth value false in YAML, which does not read 'off' and passes
                        // unless strict.
                        (pool, scope) ->
                                pool.property("MfaConfiguration").text().equalsIgnoreCase("off")
                                        || scope.isStrict()
                                                && pool.property("MfaConfiguration")
                                                        .is(false),
                        "Multi-factor authentication is switched off.",
                        "A stolen password alone opens the account.",
                        "Set MfaConfiguration to 'ON' or 'OPTIONAL', in quotes."));
    }

    private static boolean isInGroup(Resource user, Scope scope) {
        if (!user.property("Groups").items().isEmpty()) {
            return true;
        }
        Value userName = user.property("UserName");
        for (Resource addition : scope.allOfType("AWS::IAM::UserToGroupAddition")) {
            for (Value name : addition.property("Users").items()) {
                if (name.is(userName) || name.isMap() && name.at("Ref").is(user.logicalId())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean keepsFirstPassword(Value profile) {
        return !profile.isAbsent()
                && (!profile.has("PasswordResetRequired")
                        || profile.at("PasswordResetRequired").isFalseOrAbsent());
    }

    /** A text that holds the ARN anywhere counts, so AdministratorAccess-Amplify is AdministratorAccess too. */
    private static boolean hasManaged(Resource role, String policy, Scope scope) {
        return role.property("ManagedPolicyArns").items().stream()
                .anyMatch(arn -> holds(arn, MANAGED_ARN + policy)
                        || arn.isText() && ManagedArns.read(arn, scope).contains(MANAGED_ARN + policy));
    }

    private static boolean holds(Value arn, String wanted) {
        if (arn.isList()) {
            return arn.items().stream().anyMatch(item -> item.is(wanted));
        }
        return arn.isMap() ? arn.has(wanted) : !arn.at(wanted).isAbsent();
    }
}
