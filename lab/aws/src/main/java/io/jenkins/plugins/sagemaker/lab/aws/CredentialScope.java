package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a SigV4 signature says about its caller: {@code AKID/20260101/eu-central-1/s3/aws4_request}, from the
 * {@code Authorization} header or from the query of a presigned URL. The signature itself is not verified: the local
 * AWS does not know secret keys.
 *
 * @param accessKey access key id
 * @param date day of signing, {@code yyyyMMdd}
 * @param region region signed for
 * @param service signing name of the service
 * @param presigned whether it stood in the URL
 */
public record CredentialScope(String accessKey, String date, String region, String service, boolean presigned) {

    private static final String HEADER_ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,\\s]+)");

    /** The scope of a call, or empty if it is anonymous or signed in a way the local AWS does not read. */
    public static Optional<CredentialScope> of(Call call) {
        return of(call.headers(), call.query());
    }

    static Optional<CredentialScope> of(Map<String, List<String>> headers, Map<String, List<String>> query) {
        List<String> authorization = headers.getOrDefault("authorization", List.of());
        if (!authorization.isEmpty() && authorization.get(0).startsWith(HEADER_ALGORITHM)) {
            var matcher = CREDENTIAL.matcher(authorization.get(0));
            return matcher.find() ? parse(matcher.group(1), false) : Optional.empty();
        }
        List<String> credential = query.getOrDefault("X-Amz-Credential", List.of());
        return credential.isEmpty() ? Optional.empty() : parse(credential.get(0), true);
    }

    private static Optional<CredentialScope> parse(String credential, boolean presigned) {
        // An access key may contain slashes in other people's emulators, so the scope is read from its end.
        String[] parts = credential.split("/", -1);
        int n = parts.length;
        if (n < 5 || !parts[n - 1].equals("aws4_request")) {
            return Optional.empty();
        }
        String accessKey = String.join("/", List.of(parts).subList(0, n - 4));
        return Optional.of(new CredentialScope(accessKey, parts[n - 4], parts[n - 3], parts[n - 2], presigned));
    }
}
