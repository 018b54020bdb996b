package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.iam.Iam;
import io.jenkins.plugins.sagemaker.lab.aws.iam.IamAccount;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** {@code AWS::IAM::InstanceProfile}. */
final class InstanceProfileHandler extends ServiceHandler {

    private final Iam iam;

    InstanceProfileHandler(Iam iam) {
        super("Iam", Duration.ofMinutes(2));
        this.iam = iam;
    }

    @Override
    String make(ResourceRequest request) throws AwsError {
        String name = Objects.requireNonNullElseGet(
                request.text("InstanceProfileName"), () -> PhysicalNames.of(request, 128));
        account(request).createInstanceProfile(name, Objects.requireNonNullElse(request.text("Path"), "/"));
        return name;
    }

    @Override
    void configure(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        Attachments.change(
                request,
                "Roles",
                role -> account.addRole(request.physicalId(), role),
                role -> account.removeRole(request.physicalId(), role));
    }

    @Override
    void remove(ResourceRequest request) throws AwsError {
        IamAccount account = account(request);
        Attachments.clear(request, "Roles", role -> account.removeRole(request.physicalId(), role));
        account.deleteInstanceProfile(request.physicalId());
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) throws AwsError {
        return Map.of("Arn", account(request).instanceProfileArn(request.physicalId()));
    }

    private IamAccount account(ResourceRequest request) {
        return iam.account(request.owner().account());
    }
}
