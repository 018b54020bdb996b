package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.List;

/** KMS keys themselves; the key policy is among the {@link PolicyRules}. */
final class KeyRules {
    private KeyRules() {}

    static List<Rule> rules() {
        return List.of(Rule.each(
                "F19",
                "KMSKeyRotationRule",
                "AWS::KMS::Key",
                (key, scope) -> !key.property("EnableKeyRotation").isTrue(),
                "The key is not rotated.",
                "The longer a key lives, the more data one leak of it opens.",
                "Set EnableKeyRotation to true."));
    }
}
