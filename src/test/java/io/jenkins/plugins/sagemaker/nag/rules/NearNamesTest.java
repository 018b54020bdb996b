package io.jenkins.plugins.sagemaker.nag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
    private static final List<String> NAMES = List.of("equals", "notEquals", "matches", "in", "resourceType");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notEqual | did you mean notEquals?",
                "NOTEQUALS | did you mean notEquals or equals?",
                "equal | did you mean equals?",
                "eqals | did you mean equals?",
                "eqauls | did you mean equals?",
                "tequals | did you mean equals or notEquals?",
                "inn | did you mean in?",
                "resource | known are equals, notEquals, matches, in, resourceType",
                "ressourcetyp | did you mean resourceType?",
                "match | did you mean matches?",
                "mat | known are equals, notEquals, matches, in, resourceType",
                "xyzzy | known are equals, notEquals, matches, in, resourceType"
            })
    void areThoseThatNeedFewChangesNearestFirst(String wrong, String hint) {
        assertThat(NearNames.hint(wrong, NAMES)).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ac | ab or ad or ae | ab,ad,ae,af", "a | a or ab or b | zz,ab,b,a"})
    void areAtMostThree(String wrong, String hint, String names) {
        assertThat(NearNames.hint(wrong, List.of(names.split(",")))).isEqualTo("did you mean " + hint + "?");
    }
}
