package com.cloudbees.plugins.credentials;

import java.io.Serial;

/** A property of credentials cannot be had now. */
public class CredentialsUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String property;

    public CredentialsUnavailableException(String property) {
        this(property, null, null);
    }

    public CredentialsUnavailableException(String property, String message) {
        this(property, message, null);
    }

    public CredentialsUnavailableException(String property, String message, Throwable cause) {
        super(message == null ? "Property '" + property + "' is currently unavailable" : message, cause);
        this.property = property;
    }

    public String getProperty() {
        return property;
    }
}
