package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SessionCacheTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int asked;
    private final SessionCache cache = new SessionCache(() -> now);

    @Test
    void aSessionServesForTenMinutes() throws Exception {
        AwsCredentials first = cache.of("role", this::session);
        now = now.plus(Duration.ofMinutes(9));
        assertThat(cache.of("role", this::session)).isEqualTo(first);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(cache.of("role", this::session)).isNotEqualTo(first);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void credentialsThatAreEqualButNotTheSameHaveSessionsOfTheirOwn() throws Exception {
        Object ofOneFolder = List.of("id");
        Object ofAnother = new ArrayList<>(List.of("id"));

        assertThat(cache.of(ofOneFolder, this::session)).isNotEqualTo(cache.of(ofAnother, this::session));
    }

    @Test
    void aKeyIsAskedForEachTime() throws Exception {
        cache.of("key", this::key);
        cache.of("key", this::key);
        assertThat(asked).isEqualTo(2);
    }

    private AwsCredentials session() {
        return AwsSessionCredentials.create("ASIA" + ++asked, "secret", "token");
    }

    private AwsCredentials key() {
        return AwsBasicCredentials.create("AKIA" + ++asked, "secret");
    }
}
