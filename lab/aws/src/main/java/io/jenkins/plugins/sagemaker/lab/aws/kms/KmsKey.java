package io.jenkins.plugins.sagemaker.lab.aws.kms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A KMS key: what is known about it, but no key material, as nothing is ever encrypted here. Owned and guarded by {@link KmsRegion}. */
final class KmsKey {

    final String id;
    final String arn;
    final Instant created;
    final Map<String, String> tags = new LinkedHashMap<>();
    String description = "";
    String policy;
    String spec = "SYMMETRIC_DEFAULT";
    String usage = "ENCRYPT_DECRYPT";
    boolean enabled = true;
    boolean rotated;
    int rotationDays = 365;
    Instant deletion;

    KmsKey(String id, String arn, Instant created) {
        this.id = id;
        this.arn = arn;
        this.created = created;
    }

    String state() {
        return deletion != null ? "PendingDeletion" : enabled ? "Enabled" : "Disabled";
    }
}
