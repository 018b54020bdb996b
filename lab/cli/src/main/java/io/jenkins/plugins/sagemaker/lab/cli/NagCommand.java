package io.jenkins.plugins.sagemaker.lab.cli;

import io.jenkins.plugins.sagemaker.lab.cli.nag.Nag;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code lab/run nag} among the other commands; its arguments are {@link Nag}'s business. */
@Command(name = "nag", description = "Checks CloudFormation templates with the rules of cfn_nag.")
final class NagCommand implements Callable<Integer> {

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            return Nag.execute(System.in, out, err, arguments.toArray(String[]::new));
        } finally {
            out.flush();
            err.flush();
        }
    }
}
