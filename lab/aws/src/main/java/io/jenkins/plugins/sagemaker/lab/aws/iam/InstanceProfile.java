package io.jenkins.plugins.sagemaker.lab.aws.iam;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An instance profile.
 *
 * @param roles names of its roles; AWS allows one
 */
record InstanceProfile(String name, String path, String id, String arn, Instant created, Set<String> roles) {
    InstanceProfile(String name, String path, String id, String arn, Instant created) {
        this(name, path, id, arn, created, new LinkedHashSet<>());
    }
}
