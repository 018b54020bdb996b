package org.jenkinsci.plugins.scriptsecurity.sandbox;

/** A sandboxed Jenkinsfile called what it may not call. */
public final class RejectedAccessException extends SecurityException {

    private static final long serialVersionUID = 1L;

    private final String signature;

    public RejectedAccessException(String message) {
        super(message);
        this.signature = null;
    }

    /** @param type {@code method}, {@code staticMethod} or {@code new} */
    public RejectedAccessException(String type, String details) {
        super("Scripts not permitted to use " + type + " " + details);
        this.signature = type + " " + details;
    }

    /** What an administrator would have to approve; null where it cannot be approved. */
    public String getSignature() {
        return signature;
    }
}
