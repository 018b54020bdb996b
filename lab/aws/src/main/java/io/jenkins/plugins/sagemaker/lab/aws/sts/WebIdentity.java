package io.jenkins.plugins.sagemaker.lab.aws.sts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/**
 * What an OpenID Connect token claims. Its signature is not verified: the local AWS trusts every issuer.
 *
 * @param issuer claim {@code iss}
 * @param subject claim {@code sub}
 * @param audience claim {@code aud}, the first if there are many
 */
record WebIdentity(String issuer, String subject, String audience) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static WebIdentity read(String token, Instant now) throws AwsError {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            throw new AwsError(400, "InvalidIdentityToken", "The web identity token is not a JSON Web Token.");
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            JsonNode expires = claims.path("exp");
            if (expires.isNumber() && Instant.ofEpochSecond(expires.asLong()).isBefore(now)) {
                throw new AwsError(400, "ExpiredTokenException", "The web identity token has expired.");
            }
            JsonNode audience = claims.path("aud");
            return new WebIdentity(
                    claims.path("iss").asText(),
                    claims.path("sub").asText(),
                    audience.isArray() ? audience.path(0).asText() : audience.asText());
        } catch (IOException | IllegalArgumentException e) {
            throw new AwsError(400, "InvalidIdentityToken", "The web identity token's claims cannot be read.");
        }
    }
}
