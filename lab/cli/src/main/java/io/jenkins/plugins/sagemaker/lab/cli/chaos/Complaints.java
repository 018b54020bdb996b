package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the plugin's and the lab's loggers call severe, except what breaks off because the controller has died. */
final class Complaints extends Handler implements AutoCloseable {

    private static final Logger OURS = Logger.getLogger("io.jenkins.plugins.sagemaker");

    private final List<String> all = new ArrayList<>();

    Complaints() {
        setLevel(Level.SEVERE);
        OURS.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord said) {
        if (isLoggable(said) && !(said.getThrown() instanceof Power.Cut)) {
            all.add(said.getMessage() + (said.getThrown() == null ? "" : ": " + said.getThrown()));
        }
    }

    synchronized List<String> all() {
        return List.copyOf(all);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        OURS.removeHandler(this);
    }
}
