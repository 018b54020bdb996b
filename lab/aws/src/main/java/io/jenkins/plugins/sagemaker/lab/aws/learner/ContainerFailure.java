package io.jenkins.plugins.sagemaker.lab.aws.learner;

/**
 * A container that ended with an exit code other than 0. SageMaker tells failures that the caller caused (bad
 * hyperparameters, bad data: {@code ClientError}) from those of the algorithm ({@code AlgorithmError}).
 */
public final class ContainerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int CLIENT_EXIT_CODE = 2;
    private static final int ALGORITHM_EXIT_CODE = 1;

    /** 128 and the number of SIGKILL. */
    private static final int KILLED_EXIT_CODE = 137;

    /** A FailureReason has 1024 characters. */
    private static final int LONGEST_TEXT = 980;

    private final String kind;
    private final int exitCode;

    private ContainerFailure(String kind, int exitCode, String message) {
        super(message);
        this.kind = kind;
        this.exitCode = exitCode;
    }

    /** What the caller gave is wrong. */
    public static ContainerFailure client(String message) {
        return new ContainerFailure("ClientError", CLIENT_EXIT_CODE, message);
    }

    /** The algorithm gave up on sound input. */
    public static ContainerFailure algorithm(String message) {
        return new ContainerFailure("AlgorithmError", ALGORITHM_EXIT_CODE, message);
    }

    /** A program ended with this exit code; the text is what it has written into {@code /opt/ml/output/failure}. */
    public static ContainerFailure exited(int exitCode, String text) {
        return new ContainerFailure(
                "AlgorithmError", exitCode, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    /** The instance's memory is full, and its kernel has killed the container. */
    public static ContainerFailure outOfMemory() {
        return new ContainerFailure(
                "ClientError",
                KILLED_EXIT_CODE,
                "Please use an instance type with more memory, or reduce the size of job data processed on an"
                        + " instance.");
    }

    /** The failure as the container's log has it. */
    public String logLine() {
        return kind + ": " + getMessage();
    }

    /** The failure as {@code DescribeTrainingJob} has it. */
    public String reason() {
        return logLine().replaceFirst("\\.$", "") + ", exit code: " + exitCode;
    }
}
