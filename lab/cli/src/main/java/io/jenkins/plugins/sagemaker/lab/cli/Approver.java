package io.jenkins.plugins.sagemaker.lab.cli;

import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.InputRequests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/** Answers {@code input} steps: as the command line says, or as the person at the terminal does. */
final class Approver {

    private static final Logger LOGGER = Logger.getLogger(Approver.class.getName());

    private final boolean approve;
    private final boolean reject;
    private final PrintWriter out;
    private final BufferedReader terminal =
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    Approver(boolean approve, boolean reject, PrintWriter out) {
        this.approve = approve;
        this.reject = reject;
        this.out = out;
    }

    /** Listens until it is closed. */
    Listening listen() {
        return InputRequests.listen(this::answer)::run;
    }

    /** Ends the listening. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Who approves: whoever runs the lab. */
    static User user() {
        return User.getById(System.getProperty("user.name", "lab"), true);
    }

    private synchronized void answer(InputStepExecution question) {
        if (question.isSettled()) {
            return;
        }
        boolean yes = approve || !reject && ask(question);
        try (ACLContext me = ACL.as(user())) {
            if (yes) {
                question.doProceedEmpty();
            } else {
                question.doAbort();
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "the question could not be answered: " + question.getDisplayName(), e);
        }
    }

    private boolean ask(InputStepExecution question) {
        String yes = question.getInput().getOk();
        out.println("Type \"" + yes + "\" (or y) to go on, anything else to stop here:");
        out.flush();
        try {
            String line = terminal.readLine();
            if (line == null) {
                out.println(
                        "Nobody is there to answer, so it is taken for a no; --approve or --reject answers beforehand.");
                out.flush();
                return false;
            }
            return line.strip().equalsIgnoreCase(yes) || line.strip().matches("(?i)y(es)?");
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot read the terminal; taken for a no", e);
            return false;
        }
    }
}
