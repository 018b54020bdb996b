package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement weighs towards the 25 that W76 takes for complex, found by filling up with statements that weigh 1. */
class ComplexityTest {
    private static final int THRESHOLD = 25;
    private static final String PLAIN = "{Effect: Allow, Action: 's3:Get', Resource: 'arn:aws:s3:::a'}";

    private static String policy(String statement, int weight) {
        return """
            Resources:
              P:
                Type: AWS::IAM::Policy
                Properties:
                  PolicyName: p
                  PolicyDocument: {Statement: [%s]}
            """.formatted(statement + (", " + PLAIN).repeat(THRESHOLD - weight));
    }

    private static List<String> flagged(String statement, int weight) {
        return Verdicts.of(policy(statement, weight)).flaggedBy("W76");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Effect: Allow, Action: 's3:Get', Resource: 'arn:aws:s3:::a' | 1",
                "Effect: Deny, Action: 's3:Get', Resource: 'arn:aws:s3:::a' | 2",
                "Effect: Allow, NotAction: 's3:Get', Resource: 'arn:aws:s3:::a' | 2",
                "Effect: Allow, Action: 's3:Get', NotResource: 'arn:aws:s3:::a' | 2",
                "Effect: Allow, Action: ['s3:Get', 's3:Put'], Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] | 1",
                "Effect: Allow, Action: ['s3:Get', 'sqs:Send', 'sns:Get'], Resource: '*' | 5",
                "Effect: Allow, Action: 's3:Get', Resource: 'arn:aws:sqs:::a' | 4",
                "Effect: Allow, Action: '*', Resource: 'arn:aws:sqs:::a' | 1",
                "Effect: Allow, Action: '*', Resource: '*' | 1",
                "Effect: Allow, Action: ['*', 's3:Get'], Resource: '*' | 2",
                "Effect: Allow, Action: 's3:Get', Resource: ['*', 'arn:aws:s3:::a'] | 2",
                "Effect: Allow, Action: 's3:Get', Resource: [!GetAtt Q.Arn, !GetAtt T.Arn] | 7",
                "Effect: Allow, Action: 's3:Get', Resource: bucket | 4"
            })
    void negationsAndServicesWeigh(String statement, int weight) {
        assertThat(flagged("{" + statement + "}", weight)).containsExactly("P");
        assertThat(flagged("{" + statement + "}", weight + 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Bool: {a: 'true'} | 2",
                "Bool: {a: 'true'}, StringLike: {b: c} | 4",
                "ForAllValues:StringLike: {a: b} | 4",
                "ForAnyValue:StringLike: {a: b} | 2",
                "StringLikeIfExists: {a: b} | 3",
                "'Null': {a: 'true'} | 3",
                "StringLike: [a] | 2",
                "StringLike: {a: 'x${aws:username}'} | 3",
                "StringLike: {a: ['${aws:username}', x, '${b}']} | 4",
                "StringLike: {a: '${x'} | 2",
                "StringLike: {a: '${}'} | 2",
                "StringLike: {a: '${*}${?}${$}'} | 2",
                "StringLike: {a: {b: '${c}'}} | 2",
                "Numeric: {a: 5} | 2"
            })
    void conditionsWeighMoreThanTheStatement(String condition, int weight) {
        String statement = PLAIN.replace("}", ", Condition: {" + condition + "}}");

        assertThat(flagged(statement, weight + 1)).containsExactly("P");
        assertThat(flagged(statement, weight + 2)).isEmpty();
    }

    @Test
    void strictlyForAnyValueWeighsAsForAllValuesDoes() {
        String template = policy(PLAIN.replace("}", ", Condition: {ForAnyValue:StringLike: {a: b}}}"), 5);

        assertThat(Verdicts.of(template).flaggedBy("W76")).isEmpty();
        assertThat(Verdicts.of(template, LintOptions.DEFAULT.withStrict(true)).flaggedBy("W76"))
                .containsExactly("P");
    }

    @Test
    void aRoleIsListedForEachOfItsComplexPoliciesUnlessStrict() {
        String complex = "{PolicyName: %s, PolicyDocument: {Statement: [" + PLAIN + (", " + PLAIN).repeat(24) + "]}}";
        String template = "Resources: {R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}, Policies: ["
                + complex.formatted("a") + ", " + complex.formatted("b") + ", "
                + "{PolicyName: c, PolicyDocument: {Statement: " + PLAIN + "}}]}}}";

        assertThat(Verdicts.of(template).flaggedBy("W76")).containsExactly("R", "R");
        assertThat(Verdicts.of(template, LintOptions.DEFAULT.withStrict(true)).flaggedBy("W76"))
                .containsExactly("R");
    }

    @Test
    void oneDocumentThatDefeatsTheMetricSilencesItForAllUnlessStrict() {
        String template = policy("{Effect: Deny}", 1)
                + "  Q: {Type: AWS::IAM::Policy, Properties: {PolicyName: q, PolicyDocument:"
                + " {Statement: {Condition: {Bool: {a: [1]}}}}}}\n";

        assertThat(Verdicts.of(template).flaggedBy("W76")).isEmpty();
        Verdicts strict = Verdicts.of(template, LintOptions.DEFAULT.withStrict(true));
        assertThat(strict.flaggedBy("W76")).containsExactly("P");
        assertThat(strict.flaggedBy("MALFORMED")).containsExactly("Q");
    }
}
