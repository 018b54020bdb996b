package io.jenkins.plugins.sagemaker.jenkins.step;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S3's answer to a signed request that it has not granted. The codes are those of the S3 API reference, "Error responses".
 *
 * @param file what was to be uploaded, as the user knows it
 */
record S3Answer(String file, int status, String body) {

    /** The signature is too old, or the upload that it belongs to has ended meanwhile. */
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "RequestTimeTooSkewed", "TokenRefreshRequired", "NoSuchUpload");

    private static final Set<String> OTHER_CONTENT =
            Set.of("BadDigest", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch", "IncompleteBody");

    /** The signature or the session behind it is no longer good. A further round signs anew, and sends only what is missing. */
    static final class SignedTooLongAgo extends IOException {
        private static final long serialVersionUID = 1L;

        SignedTooLongAgo(String message) {
            super(message);
        }
    }

    /** The caller may not do this, or S3 does not know yet that it may. */
    static final class Denied extends IOException {
        private static final long serialVersionUID = 1L;

        Denied(String message) {
            super(message);
        }
    }

    /** Whether the same request may be granted in a moment. */
    boolean mayPassAtOnce() {
        return status >= 500 || status == 429 || code().equals("RequestTimeout");
    }

    IOException exception() {
        if (EXPIRED.contains(code()) || body.contains("Request has expired")) {
            return new SignedTooLongAgo("the permission to upload " + file + " has expired: " + words());
        }
        if (OTHER_CONTENT.contains(code())) {
            return new WorkspaceFiles.Refused(WorkspaceFiles.changed(file).getMessage() + " " + words());
        }
        if (code().equals("AccessDenied")) {
            return new Denied("Could not upload " + file + ": " + words());
        }
        return new WorkspaceFiles.Refused("Could not upload " + file + ": " + words()
                + (code().equals("SignatureDoesNotMatch")
                        ? " Either the AWS credentials are wrong, or the size of the file changed while it was sent."
                        : ""));
    }

    String words() {
        String message = element("Message");
        return "S3 says: " + (message.isEmpty() ? "no message" : message) + " ("
                + (code().isEmpty() ? "" : code() + ", ") + "HTTP " + status + ")";
    }

    private String code() {
        return element("Code");
    }

    private String element(String name) {
        Matcher m = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(body);
        return m.find() ? m.group(1).trim() : "";
    }
}
