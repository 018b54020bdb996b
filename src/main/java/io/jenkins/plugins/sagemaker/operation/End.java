package io.jenkins.plugins.sagemaker.operation;

import java.io.Serializable;
import java.util.List;

/** How an operation has ended. */
public sealed interface End extends Serializable {

    /** @param warnings what makes the build unstable all the same */
    record Succeeded(Serializable result, List<String> warnings) implements End {
        public Succeeded {
            warnings = List.copyOf(warnings);
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
