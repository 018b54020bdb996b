package io.jenkins.plugins.sagemaker.lab.aws.sts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The temporary credentials that the local STS has given out, by access key. The server asks here who a caller is. */
public final class IssuedCredentials {

    private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Issued> byAccessKey = new ConcurrentHashMap<>();

    /**
     * One set of temporary credentials.
     *
     * @param sessionToken must come with each request
     * @param account account in which they act
     * @param arn who they are, as {@code GetCallerIdentity} tells
     * @param userId likewise
     * @param expiration AWS's time from which they are refused
     */
    public record Issued(
            String accessKey,
            String secretKey,
            String sessionToken,
            String account,
            String arn,
            String userId,
            Instant expiration) {}

    Issued issue(String account, String arn, String userId, Instant expiration) {
        var issued = new Issued(id("ASIA"), text(30), text(120), account, arn, userId, expiration);
        byAccessKey.put(issued.accessKey(), issued);
        return issued;
    }

    /** What was issued under this access key, expired or not. */
    public Optional<Issued> find(String accessKey) {
        return Optional.ofNullable(byAccessKey.get(accessKey));
    }

    /** A new unique id of IAM: four letters that tell the kind, sixteen that tell the one. */
    String id(String prefix) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < 16; i++) {
            id.append(KEY_ALPHABET.charAt(random.nextInt(KEY_ALPHABET.length())));
        }
        return id.toString();
    }

    private String text(int bytes) {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        return Base64.getEncoder().encodeToString(content);
    }
}
