package io.jenkins.plugins.sagemaker.operation;

import java.io.Serializable;
import java.util.List;

/** How an operation has ended. */
public sealed interface End extends Serializable {

    /** What the build log says of it, behind the last lines of the work itself. */
    default List<String> lines() {
        return List.of();
    }

    /** @param warnings what makes the build unstable all the same */
    record Succeeded(Serializable result, List<String> warnings) implements End {
        public Succeeded {
            warnings = List.copyOf(warnings);
        }

        /** All of them in one line; empty if there is none. */
        public String warning() {
            return String.join("; ", warnings);
        }

        @Override
        public List<String> lines() {
            return warnings.isEmpty() ? List.of() : List.of("UNSTABLE: " + warning());
        }
    }

    /** @param reason a sentence for the user */
    record Failed(String reason) implements End {}

    /**
     * It was asked to stop.
     *
     * @param mayRunOn whether its remote work was left, as asked, or it is not known what became of it
     */
    record Stopped(boolean mayRunOn) implements End {
        /** Nothing is left running. */
        public Stopped() {
            this(false);
        }
    }
}
