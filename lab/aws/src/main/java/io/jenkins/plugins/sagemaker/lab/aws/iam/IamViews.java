package io.jenkins.plugins.sagemaker.lab.aws.iam;

import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** IAM's entities as members of answers. */
final class IamViews {

    private IamViews() {}

    static Members role(Role role) {
        return Members.of("Path", role.path)
                .and("RoleName", role.name)
                .and("RoleId", role.id)
                .and("Arn", role.arn)
                .and("CreateDate", role.created)
                .and("AssumeRolePolicyDocument", document(role.trustPolicy))
                .and("Description", role.description)
                .and("MaxSessionDuration", role.maxSessionSeconds)
                .and("Tags", role.tags.isEmpty() ? null : tags(role.tags));
    }

    static Members policy(ManagedPolicy policy, int attachments) {
        return Members.of("PolicyName", policy.name)
                .and("PolicyId", policy.id)
                .and("Arn", policy.arn)
                .and("Path", policy.path)
                .and("DefaultVersionId", "v" + policy.defaultVersion)
                .and("AttachmentCount", attachments)
                .and("PermissionsBoundaryUsageCount", 0)
                .and("IsAttachable", true)
                .and("Description", policy.description)
                .and("CreateDate", policy.created)
                .and("UpdateDate", policy.updated)
                .and("Tags", policy.tags.isEmpty() ? null : tags(policy.tags));
    }

    static Members version(ManagedPolicy policy, ManagedPolicy.Version version, boolean withDocument) {
        return Members.of("Document", withDocument ? document(version.document()) : null)
                .and("VersionId", version.id())
                .and("IsDefaultVersion", version.number() == policy.defaultVersion)
                .and("CreateDate", version.created());
    }

    static Members profile(InstanceProfile profile, List<Role> roles) {
        return Members.of("Path", profile.path())
                .and("InstanceProfileName", profile.name())
                .and("InstanceProfileId", profile.id())
                .and("Arn", profile.arn())
                .and("CreateDate", profile.created())
                .and("Roles", roles.stream().map(IamViews::role).toList());
    }

    static List<Members> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Members.of("Key", tag.getKey()).and("Value", tag.getValue()))
                .toList();
    }

    /** IAM writes policies percent-encoded (RFC 3986). */
    static String document(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
