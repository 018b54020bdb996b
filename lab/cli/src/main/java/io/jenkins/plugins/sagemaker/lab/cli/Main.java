package io.jenkins.plugins.sagemaker.lab.cli;

import io.jenkins.plugins.sagemaker.lab.cli.bench.BenchCommand;
import io.jenkins.plugins.sagemaker.lab.cli.chaos.ChaosCommand;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the lab: {@code lab/run COMMAND}. */
@Command(
        name = "lab/run",
        description = "Runs the plugin without Jenkins and without AWS.",
        subcommands = {PipelineCommand.class, NagCommand.class, AwsCommand.class, BenchCommand.class, ChaosCommand.class
        },
        exitCodeOnInvalidInput = Main.USAGE,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    /** Exit status of a command line that cannot be understood, as in sysexits.h. */
    static final int USAGE = 64;

    private Main() {}

    public static void main(String[] arguments) {
        // The console is the build's; of the rest only what goes wrong is worth a line.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%6$s%n");
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(execute(arguments));
    }

    /** Runs one command and gives its exit status. */
    static int execute(String... arguments) {
        return execute(new PrintWriter(System.out, true, Charset.defaultCharset()), arguments);
    }

    /** Runs one command, with all that it says but its complaints going there. */
    static int execute(PrintWriter out, String... arguments) {
        var line = new CommandLine(new Main());
        line.setOut(out);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, given) -> {
            CommandLine command = e.getCommandLine();
            command.getErr().println(e.getMessage());
            command.getErr().println("Try: lab/run " + command.getCommandName() + " --help");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
        return line.execute(arguments);
    }
}
