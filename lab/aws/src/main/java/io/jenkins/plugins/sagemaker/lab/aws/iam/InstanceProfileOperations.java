package io.jenkins.plugins.sagemaker.lab.aws.iam;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** IAM's operations on instance profiles. */
final class InstanceProfileOperations {

    private final Iam iam;

    InstanceProfileOperations(Iam iam) {
        this.iam = iam;
    }

    void addTo(QueryService service) {
        service.on("CreateInstanceProfile", this::create)
                .on("GetInstanceProfile", (call, form) -> Members.of("InstanceProfile", view(call, name(form))))
                .on("ListInstanceProfiles", (call, form) -> list(call, null))
                .on("ListInstanceProfilesForRole", (call, form) -> list(call, form.required("RoleName")))
                .on("AddRoleToInstanceProfile", (call, form) -> {
                    iam.account(call.account()).addRole(name(form), form.required("RoleName"));
                    return null;
                })
                .on("RemoveRoleFromInstanceProfile", (call, form) -> {
                    iam.account(call.account()).removeRole(name(form), form.required("RoleName"));
                    return null;
                })
                .on("DeleteInstanceProfile", (call, form) -> {
                    iam.account(call.account()).deleteInstanceProfile(name(form));
                    return null;
                });
    }

    private Members create(Call call, QueryForm form) throws AwsError {
        iam.account(call.account())
                .createInstanceProfile(name(form), Objects.requireNonNullElse(form.text("Path"), "/"));
        return Members.of("InstanceProfile", view(call, name(form)));
    }

    private Members list(Call call, String role) throws AwsError {
        List<Members> profiles = new ArrayList<>();
        for (InstanceProfile profile : iam.account(call.account()).profiles()) {
            if (role == null || profile.roles().contains(role)) {
                profiles.add(view(call, profile.name()));
            }
        }
        return Members.of("InstanceProfiles", profiles).and("IsTruncated", false);
    }

    private Members view(Call call, String name) throws AwsError {
        IamAccount account = iam.account(call.account());
        synchronized (account) {
            InstanceProfile profile = account.profile(name);
            List<Role> roles = new ArrayList<>();
            for (String role : profile.roles()) {
                roles.add(account.role(role));
            }
            return IamViews.profile(profile, roles);
        }
    }

    private static String name(QueryForm form) throws AwsError {
        return form.required("InstanceProfileName");
    }
}
