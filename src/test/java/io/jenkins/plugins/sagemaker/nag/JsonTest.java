package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates in JSON, which the original first takes for JSON and then reads as YAML. */
class JsonTest {
    private static final String TOPIC = "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"%s}}}";

    private static Verdicts withProperty(String property) {
        return Verdicts.of(TOPIC.formatted(", \"Properties\": {" + property + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\": 1E400, \"b\": -0, \"c\": 12345678901234567890123",
                "\"a\": \"b\\/c\"",
                "\"a\": /* c */ 1",
                "\"a\": [1, //c\n 2]",
                "\"a\": \"b\\t\u00e9\"",
                "\"a\":\n1"
            })
    void isReadWithCommentsAndWithWhateverYamlTakesToo(String property) {
        assertThat(withProperty(property).all()).containsExactly("W47 A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"\n: 1",
                "\"a\" \r: 1",
                "\"a\\\"b\"\n: 1",
                "\"a\u2028b\": 1",
                "\"a\": \"\\q\"",
                "\"a\": 'b'",
                "\"a\": 01",
                "\"a\": NaN",
                "\"a\": 1,",
                "# c\n\"a\": 1"
            })
    void whatOneOfTheTwoDoesNotTakeEndsTheFile(String property) {
        assertThat(withProperty(property).fatal()).startsWith("The template ");
    }

    @ParameterizedTest
    @CsvSource({"1021, true", "1022, true", "1023, false", "2000, false"})
    void aKeyMayHaveAThousandCharacters(int length, boolean taken) {
        String property = "\"%s\": 1".formatted("k".repeat(length));

        assertThat(withProperty(property).flaggedBy("W47")).hasSize(taken ? 1 : 0);
    }

    @Test
    void aLongValueIsNoLongKey() {
        assertThat(withProperty("\"a\":" + " ".repeat(2000) + "1").flaggedBy("W47"))
                .hasSize(1);
    }

    @Test
    void theUnicodeLineEndsCountAsLines() {
        Verdicts verdicts = Verdicts.of(
                "{\"Description\": \"a\u2028b\u2029c\",\n\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}}");

        assertThat(verdicts.linesOf("W47")).containsExactly(4);
    }
}
