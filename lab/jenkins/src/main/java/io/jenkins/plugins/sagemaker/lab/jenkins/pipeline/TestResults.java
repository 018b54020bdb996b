package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.model.InvisibleAction;
import java.util.ArrayList;
import java.util.List;

/** The test cases that the build's {@code junit} steps recorded. */
public final class TestResults extends InvisibleAction {

    private final List<Case> cases = new ArrayList<>();

    public synchronized void add(List<Case> more) {
        cases.addAll(more);
    }

    public synchronized List<Case> cases() {
        return List.copyOf(cases);
    }

    /** How a test ended. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** One test case. Not a record, for it is kept in the build's file. */
    public static final class Case {
        private final String suite;
        private final String className;
        private final String name;
        private final double seconds;
        private final Status status;
        private final String message;

        public Case(String suite, String className, String name, double seconds, Status status, String message) {
            this.suite = suite;
            this.className = className;
            this.name = name;
            this.seconds = seconds;
            this.status = status;
            this.message = message;
        }

        public String suite() {
            return suite;
        }

        public String className() {
            return className;
        }

        public String name() {
            return name;
        }

        public double seconds() {
            return seconds;
        }

        public Status status() {
            return status;
        }

        /** Why it failed or was skipped; null where it passed or nothing was said. */
        public String message() {
            return message;
        }
    }
}
