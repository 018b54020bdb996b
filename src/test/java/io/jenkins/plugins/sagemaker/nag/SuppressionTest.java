package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.sagemaker.nag.report.Finding;
import io.jenkins.plugins.sagemaker.nag.report.Suppression;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {

    private static String topic(String rules) {
        return "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Metadata: {cfn_nag: {rules_to_suppress: %s}}\n"
                .formatted(rules);
    }

    @Test
    void aResourceMaySuppressARule() {
        Verdicts verdicts = Verdicts.of(topic("[{id: W47, reason: public}]"));

        assertThat(verdicts.all()).isEmpty();
        assertThat(verdicts.report().suppressions()).containsExactly(new Suppression("W47", "T", "public"));
    }

    @Test
    void unlessTheRunForbidsIt() {
        var options = LintOptions.DEFAULT.withAllowSuppression(false);

        assertThat(Verdicts.of(topic("[{id: W47}]"), options).all()).containsExactly("W47 T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{id: w47}]", "[W47]", "[{reason: x}]", "[]", "~"})
    void theIdMustMatchExactlyAndStandInAMap(String rules) {
        assertThat(Verdicts.of(topic(rules)).all()).containsExactly("W47 T");
    }

    @Test
    void anEntryWithoutIdIsRemarkedUpon() {
        assertThat(Verdicts.of(topic("[W47]")).report().remarks())
                .containsExactly("T has missing cfn_nag suppression rule id: [\"W47\"]");
    }

    @Test
    void aMapOfRulesIsMalformed() {
        assertThat(Verdicts.of(topic("{id: W47}")).all()).containsExactly("W47 T", "MALFORMED T");
    }

    @Test
    void theSuppressedResourceIsGoneForThatRule() {
        String template = """
            Resources:
              B:
                Type: AWS::S3::Bucket
                Properties: {LoggingConfiguration: {}, BucketEncryption: {}}
              P:
                Type: AWS::S3::BucketPolicy
                Metadata: {cfn_nag: {rules_to_suppress: [{id: W51}]}}
                Properties: {Bucket: !Ref B, PolicyDocument: {}}
            """;

        assertThat(Verdicts.of(template).all()).containsExactly("W51 B");
        assertThat(Verdicts.of(template, LintOptions.DEFAULT.withAllowSuppression(false))
                        .all())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSuppressedIsToldApart(boolean strict) {
        String template =
                topic("[{id: W47}, {id: W48}]") + "  U: {Type: AWS::SNS::Topic}\n  Q: {Type: AWS::SQS::Queue}\n";

        Verdicts verdicts = Verdicts.of(template, LintOptions.DEFAULT.withStrict(strict));

        assertThat(verdicts.all()).containsExactly("W47 U", "W48 Q");
        assertThat(verdicts.report().suppressed())
                .extracting(Violation::id, Violation::findings)
                .containsExactly(tuple("W47", List.of(new Finding("T", 3))));
    }

    @Test
    void credentialsInMetadataCannotBeSuppressed() {
        String template = """
            Resources:
              I:
                Type: AWS::EC2::Instance
                Metadata:
                  cfn_nag: {rules_to_suppress: [{id: W1}]}
                  AWS::CloudFormation::Authentication: {a: {password: x}}
                Properties: {}
            """;

        assertThat(Verdicts.of(template).all()).containsExactly("W1 I");
    }

    @Test
    void anEmptyMapSuppressesNothing() {
        assertThat(Verdicts.of(topic("{}")).all()).containsExactly("W47 T");
    }
}
