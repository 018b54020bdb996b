package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.iam.Iam;
import io.jenkins.plugins.sagemaker.lab.aws.iam.IamAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code AWS::IAM::Policy}: an inline policy of one or more roles. Users and groups are unknown to the local IAM. */
final class InlinePolicyHandler extends ServiceHandler {

    private final Iam iam;

    InlinePolicyHandler(Iam iam) {
        super("Iam", Duration.ofSeconds(12));
        this.iam = iam;
    }

    @Override
    String make(ResourceRequest request) throws HandlerFailure {
        for (String kind : List.of("Users", "Groups")) {
            if (!Attachments.names(request.properties(), kind).isEmpty()) {
                throw HandlerFailure.of(
                        "InvalidRequest", kind + " of a policy are unknown to the local IAM. Use Roles.");
            }
        }
        if (Attachments.names(request.properties(), "Roles").isEmpty()) {
            throw HandlerFailure.of("InvalidRequest", "At least one of [Groups,Roles,Users] must be non-empty.");
        }
        return PhysicalNames.of(request, 128);
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        IamAccount account = iam.account(request.owner().account());
        String name = request.text("PolicyName");
        String document = JsonClient.text(request.properties().get("PolicyDocument"));
        Object before = request.previous().get("PolicyName");
        if (before != null && !before.equals(name)) {
            for (String role : Attachments.names(request.previous(), "Roles")) {
                account.deleteRolePolicy(role, before.toString());
            }
            before = name;
        }
        String old = before == null ? name : before.toString();
        Attachments.change(
                request,
                "Roles",
                role -> account.putRolePolicy(role, name, document),
                role -> account.deleteRolePolicy(role, old));
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        IamAccount account = iam.account(request.owner().account());
        Attachments.clear(request, "Roles", role -> account.deleteRolePolicy(role, request.text("PolicyName")));
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return Map.of("Id", request.physicalId());
    }
}
