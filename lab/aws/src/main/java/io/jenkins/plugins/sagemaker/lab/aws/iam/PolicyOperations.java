package io.jenkins.plugins.sagemaker.lab.aws.iam;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.Objects;

/** IAM's operations on customer managed policies. */
final class PolicyOperations {

    private final Iam iam;

    PolicyOperations(Iam iam) {
        this.iam = iam;
    }

    void addTo(QueryService service) {
        service.on("CreatePolicy", this::create)
                .on("GetPolicy", (call, form) -> Members.of("Policy", view(call, arn(form))))
                .on("ListPolicies", this::list)
                .on("DeletePolicy", this::delete)
                .on("CreatePolicyVersion", this::createVersion)
                .on("GetPolicyVersion", this::version)
                .on("ListPolicyVersions", this::versions)
                .on("DeletePolicyVersion", this::deleteVersion)
                .on("ListEntitiesForPolicy", this::entities);
    }

    private Members create(Call call, QueryForm form) throws AwsError {
        String arn = iam.account(call.account())
                .createPolicy(
                        form.required("PolicyName"),
                        Objects.requireNonNullElse(form.text("Path"), "/"),
                        form.text("Description"),
                        form.required("PolicyDocument"));
        return Members.of("Policy", view(call, arn));
    }

    private Members list(Call call, QueryForm form) {
        IamAccount account = iam.account(call.account());
        boolean own = !"AWS".equals(form.text("Scope"));
        return Members.of(
                        "Policies",
                        account.policies().stream()
                                .filter(policy -> own)
                                .map(policy -> IamViews.policy(policy, account.attachments(policy.arn)))
                                .toList())
                .and("IsTruncated", false);
    }

    private Members delete(Call call, QueryForm form) throws AwsError {
        iam.account(call.account()).deletePolicy(arn(form));
        return null;
    }

    private Members createVersion(Call call, QueryForm form) throws AwsError {
        IamAccount account = iam.account(call.account());
        String id = account.createPolicyVersion(arn(form), form.required("PolicyDocument"), form.flag("SetAsDefault"));
        synchronized (account) {
            ManagedPolicy policy = account.policy(arn(form));
            return Members.of("PolicyVersion", IamViews.version(policy, policy.version(id), false));
        }
    }

    private Members version(Call call, QueryForm form) throws AwsError {
        IamAccount account = iam.account(call.account());
        synchronized (account) {
            ManagedPolicy policy = account.policy(arn(form));
            return Members.of("PolicyVersion", IamViews.version(policy, find(policy, form), true));
        }
    }

    private Members versions(Call call, QueryForm form) throws AwsError {
        IamAccount account = iam.account(call.account());
        synchronized (account) {
            ManagedPolicy policy = account.policy(arn(form));
            return Members.of(
                            "Versions",
                            policy.versions.stream()
                                    .map(version -> IamViews.version(policy, version, false))
                                    .toList())
                    .and("IsTruncated", false);
        }
    }

    private Members deleteVersion(Call call, QueryForm form) throws AwsError {
        IamAccount account = iam.account(call.account());
        synchronized (account) {
            ManagedPolicy policy = account.policy(arn(form));
            ManagedPolicy.Version version = find(policy, form);
            if (version.number() == policy.defaultVersion) {
                throw new AwsError(409, "DeleteConflict", "Cannot delete the default version of a policy.");
            }
            policy.versions.remove(version);
        }
        return null;
    }

    private Members entities(Call call, QueryForm form) throws AwsError {
        IamAccount account = iam.account(call.account());
        String arn = arn(form);
        return Members.of(
                        "PolicyRoles",
                        account.roles().stream()
                                .filter(role -> role.attachedPolicies.contains(arn))
                                .map(role -> Members.of("RoleName", role.name).and("RoleId", role.id))
                                .toList())
                .and("IsTruncated", false);
    }

    private static ManagedPolicy.Version find(ManagedPolicy policy, QueryForm form) throws AwsError {
        ManagedPolicy.Version version = policy.version(form.required("VersionId"));
        if (version == null) {
            throw new AwsError(
                    404,
                    "NoSuchEntity",
                    "Policy " + policy.arn + " version " + form.text("VersionId")
                            + " does not exist or is not attachable.");
        }
        return version;
    }

    private Members view(Call call, String arn) throws AwsError {
        IamAccount account = iam.account(call.account());
        synchronized (account) {
            return IamViews.policy(account.policy(arn), account.attachments(arn));
        }
    }

    private static String arn(QueryForm form) throws AwsError {
        return form.required("PolicyArn");
    }
}
