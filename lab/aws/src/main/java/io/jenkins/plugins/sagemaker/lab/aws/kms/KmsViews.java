package io.jenkins.plugins.sagemaker.lab.aws.kms;

import io.jenkins.plugins.sagemaker.lab.aws.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** KMS's keys as JSON answers show them. */
final class KmsViews {

    private KmsViews() {}

    static Map<String, Object> key(Call call, KmsKey key) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("AWSAccountId", call.account());
        view.put("KeyId", key.id);
        view.put("Arn", key.arn);
        view.put("CreationDate", seconds(key.created));
        view.put("Enabled", key.enabled && key.deletion == null);
        view.put("Description", key.description);
        view.put("KeyUsage", key.usage);
        view.put("KeyState", key.state());
        view.put("Origin", "AWS_KMS");
        view.put("KeyManager", "CUSTOMER");
        view.put("CustomerMasterKeySpec", key.spec);
        view.put("KeySpec", key.spec);
        view.put("EncryptionAlgorithms", List.of("SYMMETRIC_DEFAULT"));
        view.put("MultiRegion", false);
        if (key.deletion != null) {
            view.put("DeletionDate", seconds(key.deletion));
        }
        return view;
    }

    static Map<String, Object> rotation(KmsKey key) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("KeyRotationEnabled", key.rotated);
        view.put("KeyId", key.arn);
        if (key.rotated) {
            view.put("RotationPeriodInDays", key.rotationDays);
        }
        return view;
    }

    /** @param keyId of one key only, or null for all */
    static List<Map<String, Object>> aliases(KmsRegion region, String keyId) {
        List<Map<String, Object>> aliases = new ArrayList<>();
        region.aliases().forEach((alias, target) -> {
            if (keyId == null || keyId.endsWith(target)) {
                aliases.add(Map.of("AliasName", alias, "AliasArn", region.aliasArn(alias), "TargetKeyId", target));
            }
        });
        return aliases;
    }

    static List<Map<String, String>> tags(KmsKey key) {
        return key.tags.entrySet().stream()
                .map(tag -> Map.of("TagKey", tag.getKey(), "TagValue", tag.getValue()))
                .toList();
    }

    static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }
}
