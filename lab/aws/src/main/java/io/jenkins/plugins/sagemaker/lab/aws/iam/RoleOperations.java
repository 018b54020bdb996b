package io.jenkins.plugins.sagemaker.lab.aws.iam;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** IAM's operations on roles. */
final class RoleOperations {

    private final Iam iam;

    RoleOperations(Iam iam) {
        this.iam = iam;
    }

    void addTo(QueryService service) {
        service.on("CreateRole", this::create)
                .on("GetRole", (call, form) -> Members.of("Role", role(call, form)))
                .on("ListRoles", this::list)
                .on("UpdateRole", this::update)
                .on("UpdateAssumeRolePolicy", this::updateTrust)
                .on("DeleteRole", this::delete)
                .on("PutRolePolicy", this::put)
                .on("GetRolePolicy", this::get)
                .on("DeleteRolePolicy", this::remove)
                .on(
                        "ListRolePolicies",
                        (call, form) -> listed("PolicyNames", account(call).rolePolicies(name(form))))
                .on("AttachRolePolicy", this::attach)
                .on("DetachRolePolicy", this::detach)
                .on("ListAttachedRolePolicies", this::attached)
                .on("TagRole", this::tag)
                .on("UntagRole", this::untag)
                .on("ListRoleTags", this::tags);
    }

    private Members create(Call call, QueryForm form) throws AwsError {
        String path = Objects.requireNonNullElse(form.text("Path"), "/");
        account(call).createRole(name(form), path, form.required("AssumeRolePolicyDocument"));
        account(call).updateRole(name(form), null, form.text("Description"), form.number("MaxSessionDuration"));
        account(call).tagRole(name(form), form.tags("Tags"));
        return Members.of("Role", role(call, form));
    }

    private Members list(Call call, QueryForm form) {
        String prefix = Objects.requireNonNullElse(form.text("PathPrefix"), "/");
        return listed(
                "Roles",
                account(call).roles().stream()
                        .filter(role -> role.path.startsWith(prefix))
                        .map(IamViews::role)
                        .toList());
    }

    private Members update(Call call, QueryForm form) throws AwsError {
        account(call).updateRole(name(form), null, form.text("Description"), form.number("MaxSessionDuration"));
        return new Members();
    }

    private Members updateTrust(Call call, QueryForm form) throws AwsError {
        account(call).updateRole(name(form), form.required("PolicyDocument"), null, null);
        return null;
    }

    private Members delete(Call call, QueryForm form) throws AwsError {
        account(call).deleteRole(name(form));
        return null;
    }

    private Members put(Call call, QueryForm form) throws AwsError {
        account(call).putRolePolicy(name(form), form.required("PolicyName"), form.required("PolicyDocument"));
        return null;
    }

    private Members get(Call call, QueryForm form) throws AwsError {
        String policy = form.required("PolicyName");
        IamAccount account = account(call);
        synchronized (account) {
            String document = account.role(name(form)).inlinePolicies.get(policy);
            if (document == null) {
                throw IamErrors.missing("The role policy with name " + policy);
            }
            return Members.of("RoleName", name(form))
                    .and("PolicyName", policy)
                    .and("PolicyDocument", IamViews.document(document));
        }
    }

    private Members remove(Call call, QueryForm form) throws AwsError {
        account(call).deleteRolePolicy(name(form), form.required("PolicyName"));
        return null;
    }

    private Members attach(Call call, QueryForm form) throws AwsError {
        account(call).attachRolePolicy(name(form), form.required("PolicyArn"));
        return null;
    }

    private Members detach(Call call, QueryForm form) throws AwsError {
        account(call).detachRolePolicy(name(form), form.required("PolicyArn"));
        return null;
    }

    private Members attached(Call call, QueryForm form) throws AwsError {
        return listed(
                "AttachedPolicies",
                account(call).attachedPolicies(name(form)).stream()
                        .map(arn -> Members.of("PolicyName", arn.substring(arn.lastIndexOf('/') + 1))
                                .and("PolicyArn", arn))
                        .toList());
    }

    private Members tag(Call call, QueryForm form) throws AwsError {
        IamAccount account = account(call);
        synchronized (account) {
            account.role(name(form)).tags.putAll(form.tags("Tags"));
        }
        return null;
    }

    private Members untag(Call call, QueryForm form) throws AwsError {
        IamAccount account = account(call);
        synchronized (account) {
            account.role(name(form)).tags.keySet().removeAll(form.texts("TagKeys"));
        }
        return null;
    }

    private Members tags(Call call, QueryForm form) throws AwsError {
        IamAccount account = account(call);
        synchronized (account) {
            Map<String, String> tags = new LinkedHashMap<>(account.role(name(form)).tags);
            return listed("Tags", IamViews.tags(tags));
        }
    }

    private Members role(Call call, QueryForm form) throws AwsError {
        IamAccount account = account(call);
        synchronized (account) {
            return IamViews.role(account.role(name(form)));
        }
    }

    private IamAccount account(Call call) {
        return iam.account(call.account());
    }

    private static String name(QueryForm form) throws AwsError {
        return form.required("RoleName");
    }

    private static Members listed(String name, List<?> items) {
        return Members.of(name, items).and("IsTruncated", false);
    }
}
