package io.jenkins.plugins.sagemaker.nag.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template may cost, with limits so small that a few lines reach them. */
class LimitsTest {
    private static final int MUCH = 100_000;
    private static final String TOPIC = "Resources:\n  A: {Type: AWS::SNS::Topic}\n";

    private static void read(String template, Limits limits) {
        new TemplateReader(null, null, limits, false).read(TemplateSource.of("template", template));
    }

    private static void costs(int values, String template) {
        read(template, new Limits(MUCH, MUCH, values, MUCH));
        assertThatThrownBy(() -> read(template, new Limits(MUCH, MUCH, values - 1, MUCH)))
                .isInstanceOf(UnreadableTemplateException.class)
                .hasMessage("The template unfolds to more than " + (values - 1)
                        + " values; an alias that multiplies itself does that.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X: | 2",
                "X: [] | 2",
                "X: [a, b] | 4",
                "X: {a: b} | 4",
                "X: &x [a, b] | 4",
                "X: &x [a, b]\\nY: *x | 8",
                "X: &x [a, b]\\nY: &y [*x, *x]\\nZ: *y | 20",
                "X: &x {a: b}\\nY: *x | 8",
                "X: &x a\\nY: *x | 4"
            })
    void keysAndValuesCountAndAnAliasCountsAsWhatItStandsFor(String lines, int values) {
        costs(7 + values, lines.replace("\\n", "\n") + "\n" + TOPIC);
    }

    @Test
    void everySixtyFourCharactersCountAsOneMore() {
        costs(7 + 2, "X: " + "x".repeat(63) + "\n" + TOPIC);
        costs(7 + 3, "X: " + "x".repeat(64) + "\n" + TOPIC);
        costs(7 + 4, "X: " + "x".repeat(128) + "\n" + TOPIC);
    }

    @Test
    void inJsonOnlyValuesCount() {
        String json = "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}, \"X\": [1, \"%s\"]}";

        costs(4 + 3, json.formatted("x"));
        costs(4 + 4, json.formatted("x".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"X: [[[a]]]", "X: {a: {b: {c: d}}}", "X: [{a: [b]}]", "X:\\n- - - a", "X: {? {a: [b]} : c}"})
    void depthIsThatOfTheInnermostValue(String lines) {
        String template = lines.replace("\\n", "\n") + "\n" + TOPIC;

        read(template, new Limits(MUCH, 4, MUCH, MUCH));
        assertThatThrownBy(() -> read(template, new Limits(MUCH, 3, MUCH, MUCH)))
                .hasMessage("Maps and lists are nested more than 3 deep.");
    }

    @Test
    void charactersAndResourcesCount() {
        read(TOPIC, new Limits(TOPIC.length(), MUCH, MUCH, 1));
        assertThatThrownBy(() -> read(TOPIC, new Limits(TOPIC.length() - 1, MUCH, MUCH, 1)))
                .hasMessage("The template has 40 characters, more than 39.");
        assertThatThrownBy(() -> read(TOPIC + "  B: {Type: A::B}\n", new Limits(MUCH, MUCH, MUCH, 1)))
                .hasMessage("The template has 2 resources; CloudFormation takes 500.");
    }

    @Test
    void textsUnderConstructionAreBounded() {
        String half = "x".repeat(BoundedText.MOST_CHARACTERS / 2);
        var text = new BoundedText().append(half).append(half);

        assertThat(text.toString()).hasSize(BoundedText.MOST_CHARACTERS);
        assertThatThrownBy(() -> text.append("x"))
                .hasMessage("Functions unfold to more than 20000000 characters of text.");
    }
}
