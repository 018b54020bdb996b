package io.jenkins.plugins.sagemaker.lab.aws.iam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A customer managed policy with its versions. Owned and guarded by its {@link IamAccount}. */
final class ManagedPolicy {

    final String name;
    final String path;
    final String id;
    final String arn;
    final String description;
    final Instant created;
    final List<Version> versions = new ArrayList<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    Instant updated;
    int defaultVersion;
    private int lastVersion;

    ManagedPolicy(String name, String path, String id, String arn, String description, Instant created) {
        this.name = name;
        this.path = path;
        this.id = id;
        this.arn = arn;
        this.description = description;
        this.created = created;
        this.updated = created;
    }

    /** One version; only one of them, the default, has effect. */
    record Version(int number, String document, Instant created) {
        String id() {
            return "v" + number;
        }
    }

    Version add(String document, boolean isDefault, Instant now) {
        Version version = new Version(++lastVersion, document, now);
        versions.add(version);
        updated = now;
        if (isDefault) {
            defaultVersion = version.number();
        }
        return version;
    }

    Version version(String versionId) {
        return versions.stream()
                .filter(version -> version.id().equals(versionId))
                .findFirst()
                .orElse(null);
    }
}
