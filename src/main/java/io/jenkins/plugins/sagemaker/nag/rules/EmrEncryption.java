package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Value;

/** Whether an EMR security configuration encrypts data both at rest and in transit. */
final class EmrEncryption {
    private EmrEncryption() {}

    static boolean isComplete(Value configuration) {
        Value encryption = configuration.at("EncryptionConfiguration");
        return encryption.isGiven()
                && encryption.at("EnableAtRestEncryption").isGiven()
                && encryption.at("EnableInTransitEncryption").isGiven()
                && isAtRestComplete(encryption)
                && isInTransitComplete(encryption);
    }

    private static boolean isAtRestComplete(Value encryption) {
        if (!encryption.has("AtRestEncryptionConfiguration")) {
            return false;
        }
        Value atRest = encryption.at("AtRestEncryptionConfiguration");
        return hasWithin(atRest, "LocalDiskEncryptionConfiguration", "EncryptionKeyProviderType")
                || hasWithin(atRest, "S3EncryptionConfiguration", "EncryptionMode");
    }

    private static boolean isInTransitComplete(Value encryption) {
        return encryption.has("InTransitEncryptionConfiguration")
                && hasWithin(
                        encryption.at("InTransitEncryptionConfiguration"),
                        "TLSCertificateConfiguration",
                        "CertificateProviderType");
    }

    private static boolean hasWithin(Value map, String key, String inner) {
        return map.has(key) && map.at(key).has(inner);
    }
}
