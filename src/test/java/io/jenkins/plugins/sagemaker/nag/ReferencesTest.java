package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which references must lead somewhere. */
class ReferencesTest {

    private static Verdicts verdicts(String value) {
        return Verdicts.of("Parameters:\n  P: {Type: String}\nResources:\n  A: {Type: My::Thing, Properties: {X: "
                + value + "}}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Gone | Gone",
                "!Ref gone.Arn | gone.Arn",
                "!Ref A. | A.",
                "!Ref .A | .A",
                "!GetAtt Gone.Arn | Gone",
                "{'Fn::GetAtt': Gone.Arn} | Gone",
                "{'Fn::GetAtt': [Gone.Outputs, X]} | Gone.Outputs",
                "{a: {b: !Ref Gone}} | Gone",
                "{a: !Ref Gone, b: !GetAtt Lost.Arn, c: !Ref Gone} | Gone, Lost"
            })
    void aReferenceToNothingEndsTheFile(String value, String names) {
        assertThat(verdicts(value).fatal())
                .isEqualTo("No parameter or resource is called " + names + ", but Properties refer to it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref A",
                "!Ref P",
                "!Ref AWS::Region",
                "!Ref A.Arn",
                "!GetAtt A.Arn",
                "{'Fn::GetAtt': A.Arn}",
                "{'Fn::GetAtt': Gone}",
                "{'Fn::GetAtt': [A.Outputs, X]}",
                "{Ref: Gone, b: c}",
                "{'Fn::GetAtt': [Gone, Arn], b: c}",
                "{Ref: ~}",
                "[!Ref Gone]",
                "!Sub '${Gone}'"
            })
    void othersAreNotLookedInto(String value) {
        assertThat(verdicts(value).all()).isEmpty();
    }

    @Test
    void longListsOfNamesAreCutOff() {
        String message = verdicts("!Ref " + "x".repeat(600)).fatal();

        assertThat(message).contains("x".repeat(500) + "..., but").doesNotContain("x".repeat(501));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Fn::GetAtt': []} | a Fn::GetAtt names a resource by an empty value",
                "{'Fn::GetAtt': [[a], Arn]} | a Fn::GetAtt names a resource by a list",
                "{'Fn::GetAtt': [5, Arn]} | a Fn::GetAtt names a resource by the value '5'"
            })
    void anAttributeOfNothingIsAMatterOfItsResource(String value, String problem) {
        assertThat(verdicts(value).violations("MALFORMED")).singleElement().satisfies(violation -> {
            assertThat(violation.message()).isEqualTo("The resource cannot be checked completely: " + problem + ".");
            assertThat(violation.findings().get(0).line()).isEqualTo(4);
        });
    }
}
