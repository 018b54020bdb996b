package io.jenkins.plugins.sagemaker.lab.cli;

import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab/run aws}: serves the local AWS to any client until it is interrupted. */
@Command(
        name = "aws",
        description = "Serves the local AWS on 127.0.0.1 until interrupted, for any AWS client.",
        exitCodeOnInvalidInput = Main.USAGE,
        mixinStandardHelpOptions = true)
final class AwsCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "4566",
            description = "TCP port; 0 for a free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--speed",
            defaultValue = "60",
            description = "Seconds of AWS's time in one of ours. Default: ${DEFAULT-VALUE}")
    private double speed;

    @Option(
            names = "--faults",
            defaultValue = "",
            description = "What goes wrong, for example throttle=0.3,error500=0.05,dropAfter=0.02,seed=7")
    private String faults;

    @Option(
            names = "--programs",
            description =
                    "Let training jobs run programs that requests bring along (script mode, ContainerEntrypoint), with"
                            + " your rights. Whoever reaches the port, so every user of this machine, can then run any program as you.")
    private boolean programs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (speed <= 0) {
            throw new ParameterException(spec.commandLine(), "--speed must be greater than 0, not " + speed);
        }
        try (LocalAws aws = LocalAws.builder()
                .port(port)
                .speed(speed)
                .faults(faults())
                .programs(programs)
                .start()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("The local AWS listens at " + aws.endpoint() + ", " + speed + " times as fast as AWS.");
            out.println("Use it with any client, for example:");
            out.println(
                    "  export AWS_ENDPOINT_URL=" + aws.endpoint()
                            + " AWS_DEFAULT_REGION=eu-central-1 AWS_REGION=eu-central-1 AWS_ACCESS_KEY_ID=lab AWS_SECRET_ACCESS_KEY=lab");
            out.println("  aws sagemaker list-training-jobs");
            out.flush();
            new CountDownLatch(1).await(); // until the process is interrupted
            return 0;
        } catch (UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Faults faults() {
        try {
            return faults.isEmpty() ? Faults.none() : Faults.parse(faults);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
