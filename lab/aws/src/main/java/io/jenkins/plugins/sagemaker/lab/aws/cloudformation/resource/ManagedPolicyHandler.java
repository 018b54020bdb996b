package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.iam.Iam;
import io.jenkins.plugins.sagemaker.lab.aws.iam.IamAccount;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::IAM::ManagedPolicy}; its physical id is the ARN. */
final class ManagedPolicyHandler extends ServiceHandler {

    private final Iam iam;

    ManagedPolicyHandler(Iam iam) {
        super("Iam", Duration.ofSeconds(15));
        this.iam = iam;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String name =
                Objects.requireNonNullElseGet(request.text("ManagedPolicyName"), () -> PhysicalNames.of(request, 128));
        return account(request)
                .createPolicy(
                        name,
                        Objects.requireNonNullElse(request.text("Path"), "/"),
                        request.text("Description"),
                        JsonClient.text(request.properties().get("PolicyDocument")));
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        if (!request.previous().isEmpty()) {
            account.replacePolicyDocument(
                    request.physicalId(), JsonClient.text(request.properties().get("PolicyDocument")));
        }
        Attachments.change(
                request,
                "Roles",
                role -> account.attachRolePolicy(role, request.physicalId()),
                role -> account.detachRolePolicy(role, request.physicalId()));
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        Attachments.clear(request, "Roles", role -> account.detachRolePolicy(role, request.physicalId()));
        account.deletePolicy(request.physicalId());
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        return Map.of(
                "PolicyArn",
                request.physicalId(),
                "PolicyId",
                account.policyId(request.physicalId()),
                "DefaultVersionId",
                "v1",
                "AttachmentCount",
                account.attachments(request.physicalId()),
                "PermissionsBoundaryUsageCount",
                0,
                "IsAttachable",
                true);
    }

    private IamAccount account(ResourceRequest request) {
        return iam.account(request.owner().account());
    }
}
