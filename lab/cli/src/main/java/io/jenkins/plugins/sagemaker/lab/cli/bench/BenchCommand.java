package io.jenkins.plugins.sagemaker.lab.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab/run bench}: the measurements. Each is a subcommand that prints one JSON object. */
@Command(
        name = "bench",
        description = "Measures a part of the plugin and prints figures as JSON.",
        subcommands = {NagBench.class, WaitsBench.class},
        exitCodeOnInvalidInput = BenchCommand.USAGE,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand implements Runnable {

    /** Exit status of a command line that cannot be understood, as in sysexits.h. */
    static final int USAGE = 64;

    @Spec
    private CommandSpec spec;

    /** Runs if no measurement is named. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to measure: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
