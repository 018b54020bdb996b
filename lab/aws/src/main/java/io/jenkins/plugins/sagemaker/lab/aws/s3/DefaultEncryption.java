package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a bucket encrypts objects whose upload does not say: as its configuration has it, else with S3's own keys. */
final class DefaultEncryption {

    private DefaultEncryption() {}

    /** The headers that answers show, as if the upload had asked for it. */
    static Map<String, String> headers(Bucket bucket) throws AwsError {
        String document = bucket.settings().get(BucketSetting.ENCRYPTION.resource());
        Map<String, String> headers = new TreeMap<>(Map.of(ObjectHeaders.ENCRYPTION, "AES256"));
        if (document == null) {
            return headers;
        }
        List<RequestXml> rules =
                RequestXml.parse(document.getBytes(StandardCharsets.UTF_8)).children("Rule");
        for (RequestXml rule : rules) {
            for (RequestXml encryption : rule.children("ApplyServerSideEncryptionByDefault")) {
                headers.put(ObjectHeaders.ENCRYPTION, encryption.text("SSEAlgorithm"));
                if (encryption.text("KMSMasterKeyID") != null) {
                    headers.put(ObjectHeaders.ENCRYPTION + "-aws-kms-key-id", encryption.text("KMSMasterKeyID"));
                }
                if ("true".equals(rule.text("BucketKeyEnabled"))) {
                    headers.put(ObjectHeaders.ENCRYPTION + "-bucket-key-enabled", "true");
                }
            }
        }
        return headers;
    }
}
