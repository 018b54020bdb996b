package io.jenkins.plugins.sagemaker.lab.cli.nag;

import io.jenkins.plugins.sagemaker.nag.report.LinterVersion;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * {@code lab/run nag}: the linter by itself, with the options of cfn_nag_scan. It has a main class of its own that loads
 * nothing but the linter, so that one template is checked in the time that a Java needs to start.
 */
public final class Nag {
    /** Exit status: nothing stands against the templates. */
    static final int CLEAN = 0;

    /** Exit status: there are failures. */
    static final int FAILURES = 1;

    /** Exit status: a template, or the command line, could not be read. */
    static final int UNREADABLE = 2;

    private static final int BUFFER = 1 << 16;

    private Nag() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Reports are UTF-8 whatever the locale: JSON and XML say so of themselves.
        try (Writer out = writer(FileDescriptor.out);
                Writer err = writer(FileDescriptor.err)) {
            int status = execute(System.in, out, new PrintWriter(err), arguments);
            out.flush();
            err.flush();
            if (status != CLEAN) {
                System.exit(status);
            }
        }
    }

    private static Writer writer(FileDescriptor to) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), BUFFER);
    }

    /** Runs one command line and gives its exit status. */
    public static int execute(InputStream in, Writer out, PrintWriter err, String... arguments)
            throws InterruptedException {
        try {
            if (arguments.length > 0 && arguments[0].equals("rules")) {
                new NagRules(NagArguments.of(Arrays.copyOfRange(arguments, 1, arguments.length))).write(out);
                return CLEAN;
            }
            NagArguments given = NagArguments.of(arguments);
            if (given.isOn(NagOption.HELP)) {
                NagUsage.write(out);
                return CLEAN;
            }
            if (given.isOn(NagOption.VERSION)) {
                out.write(LinterVersion.text() + "\n");
                return CLEAN;
            }
            return new NagLint(given).run(in, out, err);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println("Try: lab/run nag --help");
            return UNREADABLE;
        } catch (IOException e) {
            err.println("Could not read the templates or write the report: " + e);
            return UNREADABLE;
        }
    }
}
