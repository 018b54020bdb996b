package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.iam.Iam;
import io.jenkins.plugins.sagemaker.lab.aws.iam.IamAccount;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::IAM::Role}. */
final class RoleHandler extends ServiceHandler {

    private final Iam iam;

    RoleHandler(Iam iam) {
        super("Iam", Duration.ofSeconds(15));
        this.iam = iam;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String name = Objects.requireNonNullElseGet(request.text("RoleName"), () -> PhysicalNames.of(request, 64));
        account(request)
                .createRole(
                        name,
                        Objects.requireNonNullElse(request.text("Path"), "/"),
                        JsonClient.text(request.properties().get("AssumeRolePolicyDocument")));
        return name;
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        String role = request.physicalId();
        Object sessionSeconds = request.properties().get("MaxSessionDuration");
        account.updateRole(
                role,
                JsonClient.text(request.properties().get("AssumeRolePolicyDocument")),
                request.text("Description"),
                sessionSeconds == null ? null : ((Number) sessionSeconds).intValue());
        account.tagRole(role, request.tags());
        Map<String, String> wanted = inline(request.properties());
        for (String surplus : inline(request.previous()).keySet()) {
            if (!wanted.containsKey(surplus)) {
                account.deleteRolePolicy(role, surplus);
            }
        }
        for (Map.Entry<String, String> policy : wanted.entrySet()) {
            account.putRolePolicy(role, policy.getKey(), policy.getValue());
        }
        List<String> attached = Attachments.names(request.properties(), "ManagedPolicyArns");
        for (String surplus : Attachments.names(request.previous(), "ManagedPolicyArns")) {
            if (!attached.contains(surplus)) {
                account.detachRolePolicy(role, surplus);
            }
        }
        for (String policy : attached) {
            account.attachRolePolicy(role, policy);
        }
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        for (String policy : account.rolePolicies(request.physicalId())) {
            account.deleteRolePolicy(request.physicalId(), policy);
        }
        for (String policy : Attachments.names(request.properties(), "ManagedPolicyArns")) {
            if (account.attachedPolicies(request.physicalId()).contains(policy)) {
                account.detachRolePolicy(request.physicalId(), policy);
            }
        }
        account.deleteRole(request.physicalId());
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        return Map.of("Arn", account.roleArn(request.physicalId()), "RoleId", account.roleId(request.physicalId()));
    }

    private IamAccount account(ResourceRequest request) {
        return iam.account(request.owner().account());
    }

    private static Map<String, String> inline(Map<String, Object> properties) {
        Map<String, String> policies = new LinkedHashMap<>();
        if (properties.get("Policies") instanceof List<?> list) {
            for (Object item : list) {
                Map<?, ?> policy = (Map<?, ?>) item;
                policies.put(policy.get("PolicyName").toString(), JsonClient.text(policy.get("PolicyDocument")));
            }
        }
        return policies;
    }
}
