package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        !Ref Bucket                                              | demo-bucket-1
        !GetAtt Bucket.Arn                                       | Arn-of-Bucket
        !GetAtt [Bucket, Arn]                                    | Arn-of-Bucket
        !Ref AWS::Region                                         | eu-west-1
        !Ref AWS::AccountId                                      | 123456789012
        !Ref AWS::Partition                                      | aws
        !Ref AWS::URLSuffix                                      | amazonaws.com
        !Ref AWS::StackName                                      | demo
        !Sub 'arn:aws:s3:::${Bucket}/*'                          | arn:aws:s3:::demo-bucket-1/*
        !Sub '${Bucket.Arn}-${AWS::Region}'                      | Arn-of-Bucket-eu-west-1
        !Sub 'keep ${!Literal}'                                  | keep ${Literal}
        !Sub ['${A}-${B}', {A: one, B: !Ref AWS::Region}]        | one-eu-west-1
        !Join ['-', [a, !Ref AWS::Region, 3, true]]              | a-eu-west-1-3-true
        !Select [1, [a, b, c]]                                   | b
        !Select ['2', !Split [',', 'a,b,c']]                     | c
        !Join ['/', !GetAZs '']                                  | eu-west-1a/eu-west-1b/eu-west-1c
        !Base64 hello                                            | aGVsbG8=
        !Select [3, !Cidr [10.1.0.0/16, 8, 8]]                   | 10.1.3.0/24
        !Join [' ', !Cidr ['2001:db8::/56', 2, 64]]              | 2001:db8:0:0:0:0:0:0/64 2001:db8:0:1:0:0:0:0/64
        !ImportValue shared                                      | imported
        {'Fn::ImportValue': !Sub 'shared'}                       | imported
        """)
    void givesTheValueThatAwsGives(String expression, String expected) throws TemplateException {
        assertThat(Fixture.value(expression)).isEqualTo(expected);
    }

    @Test
    void splitsIntoAList() throws TemplateException {
        assertThat(Fixture.value("!Split ['|', 'a||b']")).isEqualTo(List.of("a", "", "b"));
    }

    @Test
    void leavesOutNoValueInMapsAndLists() throws TemplateException {
        assertThat(Fixture.value("{a: !Ref AWS::NoValue, b: [1, !Ref AWS::NoValue]}"))
                .isEqualTo(Map.of("b", List.of(1L)));
    }

    @Test
    void choosesByCondition() throws TemplateException {
        String sections = """
            Parameters:
              Stage: {Type: String, Default: qa}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsQa: !Not [!Condition IsProd]
              Both: !And [!Condition IsProd, !Condition IsQa]
              Either: !Or [!Condition IsProd, !Condition IsQa]
            """;

        assertThat(Fixture.value(sections, "!If [IsProd, ml.c5.xlarge, ml.t2.medium]", Map.of()))
                .isEqualTo("ml.t2.medium");
        assertThat(Fixture.value(sections, "!If [IsProd, ml.c5.xlarge, ml.t2.medium]", Map.of("Stage", "prod")))
                .isEqualTo("ml.c5.xlarge");
        assertThat(Fixture.value(sections, "!If [Both, 1, 2]", Map.of())).isEqualTo(2L);
        assertThat(Fixture.value(sections, "!If [Either, 1, 2]", Map.of())).isEqualTo(1L);
    }

    @Test
    void looksIntoMappings() throws TemplateException {
        String sections = "Mappings:\n  Images:\n    eu-west-1: {algorithm: '685385470294'}\n";

        assertThat(Fixture.value(sections, "!FindInMap [Images, !Ref AWS::Region, algorithm]", Map.of()))
                .isEqualTo("685385470294");
        assertThatThrownBy(() -> Fixture.value(sections, "!FindInMap [Images, us-east-1, algorithm]", Map.of()))
                .hasMessage("Template error: Unable to get mapping for Images::us-east-1::algorithm");
    }

    @Test
    void refusesAnIndexOutsideTheList() {
        assertThatThrownBy(() -> Fixture.value("!Select [3, [a]]"))
                .hasMessage("Template error: Fn::Select cannot select nonexistent value at index 3");
    }

    @Test
    void refusesAnExportThatIsNotThere() {
        assertThatThrownBy(() -> Fixture.value("!ImportValue nowhere")).hasMessage("No export named nowhere found.");
    }

    @Test
    void refusesLanguageExtensions() {
        assertThatThrownBy(() -> Fixture.value("!Length [a, b]")).hasMessageContaining("AWS::LanguageExtensions");
        assertThatThrownBy(() -> Fixture.value("!ToJsonString {a: b}")).hasMessageContaining("AWS::LanguageExtensions");
    }

    @Test
    void textMadeFromSomethingUnknownIsUnknown() throws TemplateException {
        Template template = Template.parse(Fixture.template("", "!Sub 'a-${Bucket}'"));
        Evaluator evaluator = new Evaluator(
                template,
                Map.of(),
                new PseudoParameters("123456789012", "eu-west-1", "arn", "demo", List.of()),
                new Lookup() {
                    @Override
                    public Object ref(String logicalId) {
                        return new Unknown(true);
                    }

                    @Override
                    public Object attribute(String logicalId, String attribute) {
                        return new Unknown(false);
                    }

                    @Override
                    public Object importValue(String exportName) {
                        return exportName;
                    }
                });

        assertThat(evaluator.value(template.outputs().get("X").value())).isEqualTo(new Unknown(true));
        assertThat(evaluator.value(Map.of("Fn::Join", List.of("", List.of("a", Map.of("Ref", "Bucket"))))))
                .isEqualTo(new Unknown(true));
    }
}
