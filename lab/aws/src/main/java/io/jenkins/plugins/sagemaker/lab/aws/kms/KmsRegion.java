package io.jenkins.plugins.sagemaker.lab.aws.kms;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The KMS keys and aliases of one account and region, guarded by its own lock. */
public final class KmsRegion {

    private final String account;
    private final String arnPrefix;
    private final Timeline timeline;
    private final Map<String, KmsKey> keys = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    KmsRegion(String account, String region, Timeline timeline) {
        this.account = account;
        this.arnPrefix = "arn:aws:kms:" + region + ":" + account + ":";
        this.timeline = timeline;
    }

    /**
     * Creates a key and answers its id.
     *
     * @param policy as JSON, or null for AWS's default policy
     */
    public synchronized String createKey(String description, String policy, Map<String, String> tags) {
        String id = UUID.randomUUID().toString();
        KmsKey key = new KmsKey(id, arnPrefix + "key/" + id, timeline.now());
        key.description = description == null ? "" : description;
        key.policy = policy == null ? defaultPolicy() : policy;
        key.tags.putAll(tags);
        keys.put(id, key);
        return id;
    }

    /** The ARN of a key, given by id, ARN, alias name or alias ARN. */
    public synchronized String keyArn(String name) throws AwsError {
        return key(name).arn;
    }

    /** Sets what a key says about itself; null leaves it as it is. */
    public synchronized void updateKey(String name, String description, String policy, Boolean enabled)
            throws AwsError {
        KmsKey key = usable(name);
        key.description = description == null ? key.description : description;
        key.policy = policy == null ? key.policy : policy;
        key.enabled = enabled == null ? key.enabled : enabled;
    }

    /** @param days between two rotations, or null to leave that as it is */
    public synchronized void rotate(String name, boolean rotated, Integer days) throws AwsError {
        KmsKey key = usable(name);
        key.rotated = rotated;
        key.rotationDays = days == null ? key.rotationDays : days;
    }

    /** Replaces a key's tags. */
    public synchronized void tag(String name, Map<String, String> tags) throws AwsError {
        KmsKey key = key(name);
        key.tags.clear();
        key.tags.putAll(tags);
    }

    /** @param days until the key is deleted, 7 to 30 */
    public synchronized Instant scheduleDeletion(String name, int days) throws AwsError {
        if (days < 7 || days > 30) {
            throw AwsError.validation(
                    "1 validation error detected: Value '" + days + "' at 'pendingWindowInDays' failed to satisfy"
                            + " constraint: Member must have value between 7 and 30");
        }
        KmsKey key = usable(name);
        key.deletion = timeline.now().plus(Duration.ofDays(days));
        return key.deletion;
    }

    public synchronized void cancelDeletion(String name) throws AwsError {
        KmsKey key = key(name);
        if (key.deletion == null) {
            throw new AwsError(400, "KMSInvalidStateException", key.arn + " is not pending deletion.");
        }
        key.deletion = null;
        key.enabled = false;
    }

    public synchronized void createAlias(String alias, String target) throws AwsError {
        if (!alias.matches("alias/[a-zA-Z0-9/_-]{1,250}") || alias.startsWith("alias/aws/")) {
            throw new AwsError(400, "InvalidAliasNameException", "Alias name " + alias + " is not allowed.");
        }
        if (aliases.containsKey(alias)) {
            throw new AwsError(
                    400, "AlreadyExistsException", "An alias with the name " + arnPrefix + alias + " already exists");
        }
        aliases.put(alias, usable(target).id);
    }

    public synchronized void updateAlias(String alias, String target) throws AwsError {
        String key = usable(target).id;
        if (aliases.replace(alias, key) == null) {
            throw noAlias(alias);
        }
    }

    public synchronized void deleteAlias(String alias) throws AwsError {
        if (aliases.remove(alias) == null) {
            throw noAlias(alias);
        }
    }

    KmsKey key(String name) throws AwsError {
        String id = name.startsWith(arnPrefix) ? name.substring(arnPrefix.length()) : name;
        if (id.startsWith("alias/")) {
            if (!aliases.containsKey(id)) {
                throw noAlias(id);
            }
            id = aliases.get(id);
        }
        id = id.startsWith("key/") ? id.substring(4) : id;
        KmsKey key = keys.get(id);
        if (key == null) {
            throw new AwsError(400, "NotFoundException", "Key '" + arnPrefix + "key/" + id + "' does not exist");
        }
        return key;
    }

    private KmsKey usable(String name) throws AwsError {
        KmsKey key = key(name);
        if (key.deletion != null) {
            throw new AwsError(400, "KMSInvalidStateException", key.arn + " is pending deletion.");
        }
        return key;
    }

    synchronized List<KmsKey> keys() {
        return new ArrayList<>(keys.values());
    }

    synchronized Map<String, String> aliases() {
        return new LinkedHashMap<>(aliases);
    }

    String aliasArn(String alias) {
        return arnPrefix + alias;
    }

    private AwsError noAlias(String alias) {
        return new AwsError(400, "NotFoundException", "Alias " + arnPrefix + alias + " is not found.");
    }

    private String defaultPolicy() {
        return """
            {"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow",\
            "Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"kms:*","Resource":"*"}]}\
            """.formatted(account);
    }
}
