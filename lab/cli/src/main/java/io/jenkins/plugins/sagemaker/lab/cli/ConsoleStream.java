package io.jenkins.plugins.sagemaker.lab.cli;

import hudson.console.ConsoleNote;
import hudson.console.LineTransformationOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Shows a build's console on a terminal: line by line, links as their text. */
final class ConsoleStream extends LineTransformationOutputStream {

    private final PrintWriter out;

    ConsoleStream(PrintWriter out) {
        this.out = out;
    }

    @Override
    protected void eol(byte[] bytes, int length) {
        out.print(ConsoleNote.removeNotes(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        out.flush();
    }
}
