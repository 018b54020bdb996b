package io.jenkins.plugins.sagemaker.lab.aws.iam;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The IAM content of one account: roles, managed policies, instance profiles. It owns them and guards them with its own lock. Policies are kept and
 * never enforced.
 */
public final class IamAccount {

    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** IAM's quota of versions of one managed policy. */
    private static final int VERSIONS = 5;

    private final String account;
    private final Timeline timeline;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, ManagedPolicy> policies = new LinkedHashMap<>();
    private final Map<String, InstanceProfile> profiles = new LinkedHashMap<>();

    IamAccount(String account, Timeline timeline) {
        this.account = account;
        this.timeline = timeline;
    }

    /** Creates a role and answers its ARN. */
    public synchronized String createRole(String name, String path, String trustPolicy) throws AwsError {
        IamErrors.checkName("roleName", name, 64);
        IamErrors.checkDocument(trustPolicy);
        if (roles.containsKey(name)) {
            throw IamErrors.exists("Role with name " + name);
        }
        Role role = new Role(name, path, id("AROA"), arn("role", path, name), timeline.now());
        role.trustPolicy = trustPolicy;
        roles.put(name, role);
        return role.arn;
    }

    /** The unique id of a role, {@code AROA...}. */
    public synchronized String roleId(String name) throws AwsError {
        return role(name).id;
    }

    public synchronized String roleArn(String name) throws AwsError {
        return role(name).arn;
    }

    /** Sets what a role says about itself; null leaves it as it is. */
    public synchronized void updateRole(String name, String trustPolicy, String description, Integer maxSessionSeconds)
            throws AwsError {
        Role role = role(name);
        if (trustPolicy != null) {
            IamErrors.checkDocument(trustPolicy);
            role.trustPolicy = trustPolicy;
        }
        role.description = description == null ? role.description : description;
        role.maxSessionSeconds = maxSessionSeconds == null ? role.maxSessionSeconds : maxSessionSeconds;
    }

    /** Deletes a role, which must have no policies and no instance profile any more. */
    public synchronized void deleteRole(String name) throws AwsError {
        Role role = role(name);
        if (profiles.values().stream().anyMatch(profile -> profile.roles().contains(name))) {
            throw IamErrors.conflict("must remove roles from instance profile first.");
        }
        if (!role.attachedPolicies.isEmpty()) {
            throw IamErrors.conflict("must detach all policies first.");
        }
        if (!role.inlinePolicies.isEmpty()) {
            throw IamErrors.conflict("must delete policies first.");
        }
        roles.remove(name);
    }

    public synchronized void putRolePolicy(String role, String policy, String document) throws AwsError {
        IamErrors.checkName("policyName", policy, 128);
        IamErrors.checkDocument(document);
        role(role).inlinePolicies.put(policy, document);
    }

    public synchronized void deleteRolePolicy(String role, String policy) throws AwsError {
        if (role(role).inlinePolicies.remove(policy) == null) {
            throw IamErrors.missing("The role policy with name " + policy);
        }
    }

    /** The names of a role's inline policies. */
    public synchronized List<String> rolePolicies(String role) throws AwsError {
        return List.copyOf(role(role).inlinePolicies.keySet());
    }

    public synchronized void attachRolePolicy(String role, String policyArn) throws AwsError {
        if (!policyArn.startsWith("arn:aws:iam::aws:policy/")) {
            policy(policyArn);
        }
        role(role).attachedPolicies.add(policyArn);
    }

    public synchronized void detachRolePolicy(String role, String policyArn) throws AwsError {
        if (!role(role).attachedPolicies.remove(policyArn)) {
            throw new AwsError(404, "NoSuchEntity", "Policy " + policyArn + " was not found.");
        }
    }

    /** The ARNs of the managed policies of a role. */
    public synchronized List<String> attachedPolicies(String role) throws AwsError {
        return List.copyOf(role(role).attachedPolicies);
    }

    /** Replaces the tags of a role. */
    public synchronized void tagRole(String name, Map<String, String> tags) throws AwsError {
        Role role = role(name);
        role.tags.clear();
        role.tags.putAll(tags);
    }

    /** Creates a managed policy and answers its ARN. */
    public synchronized String createPolicy(String name, String path, String description, String document)
            throws AwsError {
        IamErrors.checkName("policyName", name, 128);
        IamErrors.checkDocument(document);
        String arn = arn("policy", path, name);
        if (policies.containsKey(arn)) {
            throw IamErrors.exists("A policy called " + name);
        }
        ManagedPolicy policy = new ManagedPolicy(name, path, id("ANPA"), arn, description, timeline.now());
        policy.add(document, true, timeline.now());
        policies.put(arn, policy);
        return arn;
    }

    /** Adds a version to a managed policy and answers its id. */
    public synchronized String createPolicyVersion(String arn, String document, boolean isDefault) throws AwsError {
        IamErrors.checkDocument(document);
        ManagedPolicy policy = policy(arn);
        if (policy.versions.size() >= VERSIONS) {
            throw new AwsError(
                    409,
                    "LimitExceeded",
                    "A managed policy can have up to " + VERSIONS
                            + " versions. Before you create a new version, you must delete an existing version.");
        }
        return policy.add(document, isDefault, timeline.now()).id();
    }

    /** Makes this the one version that a managed policy has: what a CloudFormation update comes to. */
    public synchronized void replacePolicyDocument(String arn, String document) throws AwsError {
        IamErrors.checkDocument(document);
        ManagedPolicy policy = policy(arn);
        policy.versions.clear();
        policy.add(document, true, timeline.now());
    }

    public synchronized void deletePolicy(String arn) throws AwsError {
        policy(arn);
        if (attachments(arn) > 0) {
            throw new AwsError(409, "DeleteConflict", "Cannot delete a policy attached to entities.");
        }
        policies.remove(arn);
    }

    /** The unique id of a managed policy, {@code ANPA...}. */
    public synchronized String policyId(String arn) throws AwsError {
        return policy(arn).id;
    }

    /** Creates an instance profile and answers its ARN. */
    public synchronized String createInstanceProfile(String name, String path) throws AwsError {
        IamErrors.checkName("instanceProfileName", name, 128);
        if (profiles.containsKey(name)) {
            throw IamErrors.exists("Instance Profile " + name);
        }
        InstanceProfile profile =
                new InstanceProfile(name, path, id("AIPA"), arn("instance-profile", path, name), timeline.now());
        profiles.put(name, profile);
        return profile.arn();
    }

    public synchronized String instanceProfileArn(String name) throws AwsError {
        return profile(name).arn();
    }

    public synchronized void addRole(String profile, String role) throws AwsError {
        profile(profile).roles().add(role(role).name);
    }

    public synchronized void removeRole(String profile, String role) throws AwsError {
        profile(profile).roles().remove(role);
    }

    /** Deletes an instance profile, which must have no roles any more. */
    public synchronized void deleteInstanceProfile(String name) throws AwsError {
        if (!profile(name).roles().isEmpty()) {
            throw IamErrors.conflict("must remove roles from instance profile first.");
        }
        profiles.remove(name);
    }

    Role role(String name) throws AwsError {
        Role role = roles.get(name);
        if (role == null) {
            throw IamErrors.missing("The role with name " + name);
        }
        return role;
    }

    ManagedPolicy policy(String arn) throws AwsError {
        ManagedPolicy policy = policies.get(arn);
        if (policy == null) {
            throw new AwsError(404, "NoSuchEntity", "Policy " + arn + " does not exist or is not attachable.");
        }
        return policy;
    }

    InstanceProfile profile(String name) throws AwsError {
        InstanceProfile profile = profiles.get(name);
        if (profile == null) {
            throw IamErrors.missing("Instance Profile " + name);
        }
        return profile;
    }

    synchronized List<Role> roles() {
        return new ArrayList<>(roles.values());
    }

    synchronized List<ManagedPolicy> policies() {
        return new ArrayList<>(policies.values());
    }

    synchronized List<InstanceProfile> profiles() {
        return new ArrayList<>(profiles.values());
    }

    /** How many roles have this policy. */
    public synchronized int attachments(String policyArn) {
        return (int) roles.values().stream()
                .filter(role -> role.attachedPolicies.contains(policyArn))
                .count();
    }

    private String arn(String kind, String path, String name) {
        return "arn:aws:iam::" + account + ":" + kind + path + name;
    }

    private static String id(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int index = 0; index < 17; index++) {
            id.append(ID_ALPHABET.charAt(RANDOM.nextInt(ID_ALPHABET.length())));
        }
        return id.toString();
    }
}
