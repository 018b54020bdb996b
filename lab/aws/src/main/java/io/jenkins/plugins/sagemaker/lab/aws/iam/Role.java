package io.jenkins.plugins.sagemaker.lab.aws.iam;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** An IAM role. Owned and guarded by its {@link IamAccount}. */
final class Role {

    final String name;
    final String path;
    final String id;
    final String arn;
    final Instant created;
    final Map<String, String> inlinePolicies = new LinkedHashMap<>();
    final Set<String> attachedPolicies = new LinkedHashSet<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    String trustPolicy;
    String description;
    int maxSessionSeconds = 3600;

    Role(String name, String path, String id, String arn, Instant created) {
        this.name = name;
        this.path = path;
        this.id = id;
        this.arn = arn;
        this.created = created;
    }
}
