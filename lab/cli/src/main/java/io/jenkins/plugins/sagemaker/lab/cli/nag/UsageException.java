package io.jenkins.plugins.sagemaker.lab.cli.nag;

/** The command line cannot be followed; the message is one sentence for the user. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
