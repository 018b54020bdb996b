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

    /** It was asked to stop, and has stopped or was left, as asked. */
    record Stopped() implements End {}
}
