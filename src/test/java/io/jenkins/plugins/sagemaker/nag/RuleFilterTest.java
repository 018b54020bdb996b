package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFilterTest {
    private static final String BUCKET = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n";
    private static final LintOptions DEFAULT = LintOptions.DEFAULT;

    @Test
    void aProfileKeepsOnlyItsRules() {
        var options = DEFAULT.withProfile("# ours\nW35 the log\n  W41 indented\nW51x\n");

        assertThat(Verdicts.of(BUCKET, options).all()).containsExactly("W51 B", "W35 B");
    }

    @Test
    void aDenyListDropsItsRulesAndWins() {
        var options = DEFAULT.withProfile("W35\nW51").withDenyList("RulesToSuppress:\n  - id: W35\n    reason: none\n");

        assertThat(Verdicts.of(BUCKET, options).all()).containsExactly("W51 B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "W9999"})
    void aBadProfileKeepsEverythingAndAddsAFatal(String profile) {
        Verdicts verdicts = Verdicts.of(BUCKET, DEFAULT.withProfile(profile));

        assertThat(verdicts.all()).containsExactly("W51 B", "W35 B", "W41 B", "FATAL");
        assertThat(verdicts.violations("FATAL"))
                .extracting(Violation::message)
                .allSatisfy(message -> assertThat(message).startsWith("Profile loading error: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a: b",
                "RulesToSuppress: []",
                "RulesToSuppress: [W35]",
                "RulesToSuppress: [{id: X1}]",
                "a: ["
            })
    void aBadDenyListAddsAFatal(String denyList) {
        Verdicts verdicts = Verdicts.of(BUCKET, DEFAULT.withDenyList(denyList));

        assertThat(verdicts.all()).containsExactly("W51 B", "W35 B", "W41 B", "FATAL");
        assertThat(verdicts.violations("FATAL"))
                .extracting(Violation::message)
                .allSatisfy(message -> assertThat(message).startsWith("Deny list loading error: "));
    }

    @Test
    void aFatalFromReadingPassesBoth() {
        assertThat(Verdicts.of("a: b", DEFAULT.withProfile("W35")).all()).containsExactly("FATAL");
    }

    @Test
    void fatalsCanBeIgnored() {
        assertThat(Verdicts.of("a: b", DEFAULT.withIgnoreFatal(true)).all()).isEmpty();
        assertThat(Verdicts.of(BUCKET, DEFAULT.withProfile("").withIgnoreFatal(true))
                        .all())
                .containsExactly("W51 B", "W35 B", "W41 B");
    }

    @Test
    void whateverFollowsAnIdInAProfileIsAComment() {
        String template = "Resources: {T: {Type: AWS::SNS::Topic}, Q: {Type: AWS::SQS::Queue}}";

        assertThat(Verdicts.of(template, LintOptions.DEFAULT.withProfile("W47\u0085 of topics"))
                        .all())
                .containsExactly("W47 T");
    }
}
