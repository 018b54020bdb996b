package io.jenkins.plugins.sagemaker.operation;

/** A remote call that did not succeed. Its message is a sentence for the user, with the service's own words and request id. */
public final class RemoteException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, which decides whether a further try makes sense. */
    public enum Kind {
        /** The service wants fewer calls. */
        THROTTLED,
        /** The service, or the way to it, has trouble of its own. */
        TRANSIENT,
        /** The credentials were good and no longer are. */
        EXPIRED_CREDENTIALS,
        /** Not allowed; a new role or policy may need minutes until it is known everywhere. */
        ACCESS_DENIED,
        /** The thing that was asked for does not exist. */
        GONE,
        /** A thing with this name exists already, or is busy with something else. */
        CONFLICT,
        /** The request is wrong; it will be wrong again. */
        INVALID
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code the service's own error code, for example {@code ResourceLimitExceeded}; empty if there is none
     * @param message a sentence for the user
     */
    public RemoteException(Kind kind, String code, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The message with a mark at its end, so that another sentence can follow. */
    String sentence() {
        return getMessage().matches("(?s).*[.?]") ? getMessage() : getMessage() + ".";
    }
}
