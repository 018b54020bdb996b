package io.jenkins.plugins.sagemaker.lab.cli.nag;

import java.io.IOException;
import java.io.Writer;

/** The help of {@code lab/run nag}. */
final class NagUsage {
    private static final int NAMES = 42;

    private NagUsage() {}

    static void write(Writer out) throws IOException {
        out.write("""
            Usage: lab/run nag -i PATH [OPTIONS] [PATH...]
                   lab/run nag rules [-o txt|json|md]
            Checks CloudFormation templates with the rules of cfn_nag.

            """);
        StringBuilder refused = new StringBuilder();
        for (NagOption option : NagOption.values()) {
            if (option.kind == NagOption.Kind.REFUSED) {
                refused.append(refused.isEmpty() ? "" : "; ").append(option.names());
            } else {
                String names = "  " + option.names() + (option.value.isEmpty() ? "" : " " + option.value);
                out.write(names + " ".repeat(Math.max(2, NAMES - names.length())) + option.help + "\n");
            }
        }
        out.write("\nRefused, because rules in Ruby cannot be run: " + refused + ".\n");
        out.write("""

            Exit status:
              0  clean
              1  failures
              2  a template or the command line could not be read
            """);
    }
}
