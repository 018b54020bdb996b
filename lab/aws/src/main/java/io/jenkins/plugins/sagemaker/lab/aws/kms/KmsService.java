package io.jenkins.plugins.sagemaker.lab.aws.kms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** KMS's operations on keys and aliases, over its JSON protocol. Cryptographic operations are not offered. */
final class KmsService implements Service {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Kms kms;

    KmsService(Kms kms) {
        this.kms = kms;
    }

    @Override
    public String signingName() {
        return "kms";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        Map<String, Object> request;
        try {
            request = JSON.readValue(
                    call.body().length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : call.body(), OBJECT);
        } catch (IOException e) {
            throw new AwsError(
                    400, "SerializationException", "The body of " + call.operation() + " is not a JSON object.");
        }
        Object answer = answer(call, kms.region(call.account(), call.region()), request);
        try {
            return answer == null
                    ? Reply.of(200, "application/x-amz-json-1.1", new byte[0])
                    : Reply.of(200, "application/x-amz-json-1.1", JSON.writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new IllegalStateException("The answer of " + call.operation() + " cannot be written as JSON.", e);
        }
    }

    private Object answer(Call call, KmsRegion region, Map<String, Object> request) throws AwsError {
        synchronized (region) {
            return switch (call.operation()) {
                case "CreateKey" -> create(call, region, request);
                case "DescribeKey" -> Map.of("KeyMetadata", KmsViews.key(call, region.key(key(request))));
                case "ListKeys" ->
                    Map.of(
                            "Keys",
                            region.keys().stream()
                                    .map(key -> Map.of("KeyId", key.id, "KeyArn", key.arn))
                                    .toList(),
                            "Truncated",
                            false);
                case "ListAliases" ->
                    Map.of("Aliases", KmsViews.aliases(region, text(request, "KeyId")), "Truncated", false);
                case "GetKeyRotationStatus" -> KmsViews.rotation(region.key(key(request)));
                case "GetKeyPolicy" -> Map.of("Policy", region.key(key(request)).policy, "PolicyName", "default");
                case "ListResourceTags" -> Map.of("Tags", KmsViews.tags(region.key(key(request))), "Truncated", false);
                case "ScheduleKeyDeletion" -> schedule(region, request);
                default -> change(call, region, request);
            };
        }
    }

    /** The operations that answer next to nothing. */
    private static Object change(Call call, KmsRegion region, Map<String, Object> request) throws AwsError {
        switch (call.operation()) {
            case "CreateAlias" -> region.createAlias(required(request, "AliasName"), required(request, "TargetKeyId"));
            case "UpdateAlias" -> region.updateAlias(required(request, "AliasName"), required(request, "TargetKeyId"));
            case "DeleteAlias" -> region.deleteAlias(required(request, "AliasName"));
            case "EnableKeyRotation" ->
                region.rotate(key(request), true, (Integer) request.get("RotationPeriodInDays"));
            case "DisableKeyRotation" -> region.rotate(key(request), false, null);
            case "EnableKey" -> region.updateKey(key(request), null, null, true);
            case "DisableKey" -> region.updateKey(key(request), null, null, false);
            case "PutKeyPolicy" -> region.updateKey(key(request), null, required(request, "Policy"), null);
            case "UpdateKeyDescription" -> region.updateKey(key(request), required(request, "Description"), null, null);
            case "TagResource" -> region.key(key(request)).tags.putAll(tags(request));
            case "UntagResource" -> region.key(key(request)).tags.keySet().removeAll((List<?>) request.get("TagKeys"));
            case "CancelKeyDeletion" -> {
                region.cancelDeletion(key(request));
                return Map.of("KeyId", region.key(key(request)).arn);
            }
            default ->
                throw new AwsError(
                        400, "UnknownOperationException", "The local KMS has no operation " + call.operation() + ".");
        }
        return null;
    }

    private static Object create(Call call, KmsRegion region, Map<String, Object> request) throws AwsError {
        String id = region.createKey(text(request, "Description"), text(request, "Policy"), tags(request));
        KmsKey key = region.key(id);
        key.spec = Objects.requireNonNullElse(text(request, "KeySpec"), key.spec);
        key.usage = Objects.requireNonNullElse(text(request, "KeyUsage"), key.usage);
        return Map.of("KeyMetadata", KmsViews.key(call, key));
    }

    private static Object schedule(KmsRegion region, Map<String, Object> request) throws AwsError {
        Object days = request.getOrDefault("PendingWindowInDays", 30);
        var deletion = region.scheduleDeletion(key(request), ((Number) days).intValue());
        return Map.of(
                "KeyId",
                region.key(key(request)).arn,
                "DeletionDate",
                KmsViews.seconds(deletion),
                "KeyState",
                "PendingDeletion",
                "PendingWindowInDays",
                days);
    }

    private static Map<String, String> tags(Map<String, Object> request) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (request.get("Tags") instanceof List<?> list) {
            list.forEach(item -> tags.put(
                    String.valueOf(((Map<?, ?>) item).get("TagKey")),
                    String.valueOf(((Map<?, ?>) item).get("TagValue"))));
        }
        return tags;
    }

    private static String key(Map<String, Object> request) throws AwsError {
        return required(request, "KeyId");
    }

    private static String text(Map<String, Object> request, String name) {
        return Objects.toString(request.get(name), null);
    }

    private static String required(Map<String, Object> request, String name) throws AwsError {
        String value = text(request, name);
        if (value == null) {
            String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            throw AwsError.validation("1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }
}
