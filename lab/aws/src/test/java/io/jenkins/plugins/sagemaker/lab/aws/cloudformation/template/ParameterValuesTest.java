package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ParameterValues.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {

    private static Template template(String parameter) throws TemplateException {
        return Template.parse("Parameters: {P: " + parameter + "}\nResources: {A: {Type: 'AWS::SNS::Topic'}}");
    }

    private static ParameterValues values(String parameter, String value) throws TemplateException {
        return ParameterValues.of(template(parameter), Map.of("P", new Given(value, false)), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {Type: String, AllowedValues: [qa, prod]}                                   | test | Parameter 'P' must be one of AllowedValues
        {Type: String, AllowedPattern: '[a-z]+'}                                    | A1   | Parameter 'P' must match pattern [a-z]+
        {Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: lower case} | A1   | Parameter 'P' failed to satisfy constraint: lower case
        {Type: String, MinLength: 3}                                                | ab   | Parameter 'P' must contain at least 3 characters
        {Type: String, MaxLength: 1}                                                | ab   | Parameter 'P' must contain at most 1 characters
        {Type: Number}                                                              | ab   | Parameter 'P' must be a number.
        {Type: Number, MinValue: 2}                                                 | 1    | Parameter 'P' must be a number not less than 2
        {Type: Number, MaxValue: 2.5}                                               | 3    | Parameter 'P' must be a number not greater than 2.5
        {Type: List<Number>}                                                        | 1,b  | Parameter 'P' must be a number.
        """)
    void refusesWhatBreaksAConstraint(String parameter, String value, String message) {
        assertThatThrownBy(() -> values(parameter, value)).hasMessage(message);
    }

    @Test
    void givesListsAndTextsToExpressions() throws TemplateException {
        assertThat(values("{Type: CommaDelimitedList}", "a, b,c").resolved())
                .containsEntry("P", List.of("a", "b", "c"));
        assertThat(values("{Type: 'List<AWS::EC2::Subnet::Id>'}", "subnet-1").resolved())
                .containsEntry("P", List.of("subnet-1"));
        assertThat(values("{Type: Number}", "7").resolved()).containsEntry("P", "7");
        assertThat(values("{Type: 'AWS::EC2::VPC::Id'}", "vpc-1").resolved()).containsEntry("P", "vpc-1");
    }

    @Test
    void takesTheDefaultAndThePreviousValue() throws TemplateException {
        Template template = template("{Type: String, Default: x}");

        assertThat(ParameterValues.of(template, Map.of(), null).texts()).containsEntry("P", "x");
        assertThat(ParameterValues.of(template, Map.of(), Map.of("P", "old")).texts())
                .containsEntry("P", "x");
        assertThat(ParameterValues.of(template, Map.of("P", new Given(null, true)), Map.of("P", "old"))
                        .texts())
                .containsEntry("P", "old");
        assertThatThrownBy(() -> ParameterValues.of(template, Map.of("P", new Given(null, true)), null))
                .hasMessageContaining("Cannot specify usePreviousValue");
    }

    @Test
    void namesMissingAndForeignParameters() throws TemplateException {
        Template template = template("{Type: String}");

        assertThatThrownBy(() -> ParameterValues.of(template, Map.of(), null))
                .hasMessage("Parameters: [P] must have values");
        assertThatThrownBy(() -> ParameterValues.of(template, Map.of("Q", new Given("1", false)), null))
                .hasMessage("Parameters: [Q] do not exist in the template");
    }
}
