package io.jenkins.plugins.sagemaker.lab.cli.nag;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What one command line gave. */
record NagRun(int status, String out, String err) {

    static NagRun of(String... arguments) throws InterruptedException {
        return withInput("", arguments);
    }

    static NagRun withInput(String input, String... arguments) throws InterruptedException {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Nag.execute(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, new PrintWriter(err), arguments);
        return new NagRun(status, out.toString(), err.toString());
    }
}
