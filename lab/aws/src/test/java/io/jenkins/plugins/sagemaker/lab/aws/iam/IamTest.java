package io.jenkins.plugins.sagemaker.lab.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IamTest {

    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    private final Service iam = new Iam(new ManualTimeline(Instant.parse("2026-03-01T12:00:00Z"))).service();

    private String call(String operation, String... parameters) throws AwsError {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (int index = 0; index < parameters.length; index += 2) {
            form.put(parameters[index], List.of(parameters[index + 1]));
        }
        byte[] body = iam.handle(new Call(
                        "iam", operation, "123456789012", "us-east-1", "POST", "/", form, Map.of(), new byte[0]))
                .body();
        return new String(body, StandardCharsets.UTF_8);
    }

    private String createRole() throws AwsError {
        return call("CreateRole", "RoleName", "worker", "AssumeRolePolicyDocument", TRUST, "Path", "/jenkins/");
    }

    @Test
    void createsAndShowsARole() throws AwsError {
        assertThat(createRole()).contains("<Arn>arn:aws:iam::123456789012:role/jenkins/worker</Arn>", "<RoleId>AROA");

        assertThat(call("GetRole", "RoleName", "worker"))
                .contains("%22Version%22%3A%222012-10-17%22", "<CreateDate>2026-03-01T12:00:00.000Z</CreateDate>");
        assertThat(call("ListRoles")).contains("<RoleName>worker</RoleName>");
    }

    @Test
    void refusesWhatIamRefuses() throws AwsError {
        createRole();

        assertThatThrownBy(this::createRole)
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("EntityAlreadyExists"))
                .hasMessage("Role with name worker already exists.");
        assertThatThrownBy(() -> call("GetRole", "RoleName", "nobody"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.status()).isEqualTo(404))
                .hasMessage("The role with name nobody cannot be found.");
        assertThatThrownBy(() -> call("CreateRole", "RoleName", "x", "AssumeRolePolicyDocument", "{"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("MalformedPolicyDocument"));
    }

    @Test
    void aRoleWithPoliciesIsNotDeleted() throws AwsError {
        createRole();
        call("PutRolePolicy", "RoleName", "worker", "PolicyName", "p", "PolicyDocument", TRUST);
        String arn = "arn:aws:iam::123456789012:policy/shared";
        call("CreatePolicy", "PolicyName", "shared", "PolicyDocument", TRUST);
        call("AttachRolePolicy", "RoleName", "worker", "PolicyArn", arn);

        assertThat(call("ListRolePolicies", "RoleName", "worker")).contains("<member>p</member>");
        assertThat(call("ListAttachedRolePolicies", "RoleName", "worker")).contains("<PolicyName>shared</PolicyName>");
        assertThat(call("GetPolicy", "PolicyArn", arn)).contains("<AttachmentCount>1</AttachmentCount>");
        assertThatThrownBy(() -> call("DeleteRole", "RoleName", "worker"))
                .hasMessage("Cannot delete entity, must detach all policies first.");
        assertThatThrownBy(() -> call("DeletePolicy", "PolicyArn", arn))
                .hasMessage("Cannot delete a policy attached to entities.");
        call("DetachRolePolicy", "RoleName", "worker", "PolicyArn", arn);
        assertThatThrownBy(() -> call("DeleteRole", "RoleName", "worker"))
                .hasMessage("Cannot delete entity, must delete policies first.");
        call("DeleteRolePolicy", "RoleName", "worker", "PolicyName", "p");
        call("DeleteRole", "RoleName", "worker");
        assertThat(call("ListRoles")).doesNotContain("worker");
    }

    @Test
    void aManagedPolicyHasVersions() throws AwsError {
        String arn = "arn:aws:iam::123456789012:policy/shared";
        call("CreatePolicy", "PolicyName", "shared", "PolicyDocument", TRUST);

        call("CreatePolicyVersion", "PolicyArn", arn, "PolicyDocument", TRUST, "SetAsDefault", "true");

        assertThat(call("GetPolicy", "PolicyArn", arn)).contains("<DefaultVersionId>v2</DefaultVersionId>");
        assertThat(call("GetPolicyVersion", "PolicyArn", arn, "VersionId", "v1"))
                .contains("<IsDefaultVersion>false</IsDefaultVersion>", "<Document>%7B");
        assertThatThrownBy(() -> call("DeletePolicyVersion", "PolicyArn", arn, "VersionId", "v2"))
                .hasMessage("Cannot delete the default version of a policy.");
    }
}
