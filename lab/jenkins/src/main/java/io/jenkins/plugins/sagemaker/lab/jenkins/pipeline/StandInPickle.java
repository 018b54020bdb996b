package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.remoting.Channel;
import hudson.util.Secret;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import jenkins.model.Jenkins;

/** What is written in place of an object that must be found again rather than copied. */
sealed interface StandInPickle extends Serializable {

    Object restore() throws IOException;

    /** @param name empty for the built-in node */
    record OfComputer(String name) implements StandInPickle {
        @Override
        public Computer restore() throws IOException {
            Computer computer = Jenkins.get().getComputer(name);
            if (computer == null) {
                throw new IOException("agent " + name + " is gone");
            }
            return computer;
        }
    }

    /** @param computer null for a path that belongs to no node */
    record OfFilePath(String computer, String remote) implements StandInPickle {

        static OfFilePath of(FilePath path) {
            Computer computer = path.toComputer();
            String name = path.getChannel() instanceof Channel agent
                    ? agent.getName()
                    : computer == null ? null : computer.getName();
            return new OfFilePath(name, path.getRemote());
        }

        @Override
        public FilePath restore() throws IOException {
            return computer == null || computer.isEmpty()
                    ? new FilePath(new File(remote))
                    : new FilePath(new OfComputer(computer).restore().getChannel(), remote);
        }
    }

    /** @param encrypted never the plain text */
    record OfSecret(String encrypted) implements StandInPickle {
        @Override
        public Object restore() {
            return Secret.decrypt(encrypted);
        }
    }
}
