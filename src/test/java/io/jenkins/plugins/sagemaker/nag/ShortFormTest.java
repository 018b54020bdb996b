package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short tags, seen through F37: a password is in plain text unless it is a function. */
class ShortFormTest {

    private static String endpoint(String password) {
        return "Resources:\n  D:\n    Type: AWS::DMS::Endpoint\n    Properties: {Password: " + password + "}\n";
    }

    private static Verdicts verdicts(String password, boolean strict) {
        return Verdicts.of(endpoint(password), LintOptions.DEFAULT.withStrict(strict));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!ImportValue x", "!And [x]", "!Or [x]", "!Not [x]", "!GetAtt [D, x]", "!Ref AWS::NoValue"})
    void thoseOfCfnNagAreFunctionsInBothModes(String password) {
        assertThat(verdicts(password, false).flaggedBy("F37")).isEmpty();
        assertThat(verdicts(password, true).flaggedBy("F37")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Cidr x",
                "!Condition x",
                "!Equals x",
                "!ForEach x",
                "!Length x",
                "!ToJsonString x",
                "!Transform x"
            })
    void theOthersAreDroppedUnlessStrict(String password) {
        assertThat(verdicts(password, false).flaggedBy("F37")).containsExactly("D");
        assertThat(verdicts(password, true).flaggedBy("F37")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!Foo x", "!ref x", "! x", "!!str x", "!<!> x", "!cidr x"})
    void whatIsNoFunctionIsDroppedInBothModes(String password) {
        assertThat(verdicts(password, false).flaggedBy("F37")).containsExactly("D");
        assertThat(verdicts(password, true).flaggedBy("F37")).containsExactly("D");
    }
}
