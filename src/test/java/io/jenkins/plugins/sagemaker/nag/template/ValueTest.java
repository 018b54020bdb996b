package io.jenkins.plugins.sagemaker.nag.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {
    private static final BigInteger HUGE = BigInteger.TEN.pow(400);

    private static Value of(Object raw) {
        return Value.of(raw);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(80L, 80L, true),
                Arguments.of(80L, 80.0, true),
                Arguments.of(80L, 80.5, false),
                Arguments.of(80L, "80", false),
                Arguments.of("80", 80L, false),
                Arguments.of("a", "a", true),
                Arguments.of(BigInteger.TEN, 10.0, true),
                Arguments.of(HUGE, 1.0, false),
                Arguments.of(Double.NaN, 1L, false),
                Arguments.of(Long.MIN_VALUE, Double.NaN, false),
                Arguments.of(Long.MIN_VALUE, Double.POSITIVE_INFINITY, false),
                Arguments.of(Double.NEGATIVE_INFINITY, HUGE, false),
                Arguments.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, true),
                Arguments.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false),
                Arguments.of(true, "true", false),
                Arguments.of(null, null, true),
                Arguments.of(null, 1L, false));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void numbersAreEqualByValueAndNothingIsConverted(Object one, Object other, boolean equal) {
        assertThat(of(one).is(other)).isEqualTo(equal);
        assertThat(of(one).is(of(other))).isEqualTo(equal);
    }

    @Test
    void integersAreOneKindOfNumber() {
        assertThat(Stream.of(1L, HUGE, 1.5, "1", true).filter(raw -> of(raw).isInteger()))
                .containsExactly(1L, HUGE);
        assertThat(Stream.of(1L, HUGE, 1.5, "1", true).filter(raw -> of(raw).isNumber()))
                .containsExactly(1L, HUGE, 1.5);
    }

    @Test
    void aNumberBeginsWithItsWholePart() {
        assertThat(of(80.9).leadingInteger()).isEqualTo(80);
        assertThat(of(-1.5).leadingInteger()).isEqualTo(-1);
        assertThat(of("22-80").leadingInteger()).isEqualTo(22);
        assertThatThrownBy(() -> of(Double.NaN).leadingInteger())
                .isInstanceOf(MalformedValueException.class)
                .hasMessage("the value 'NaN' stands where a number is expected");
    }

    @Test
    void aTextAnswersWithTheKeyItContains() {
        assertThat(of("xAny").at("Any").text()).isEqualTo("Any");
        assertThat(of("xAny").at("any").isAbsent()).isTrue();
        assertThat(of(new Symbol("x")).at("x").text()).isEqualTo("x");
        assertThat(of(new Symbol("x")).at("y").isAbsent()).isTrue();
        assertThat(of(Map.of("k", 1L)).at("k").is(1L)).isTrue();
        assertThat(of(Map.of("k", 1L)).has("k")).isTrue();
        assertThat(of(Map.of("k", 1L)).has("l")).isFalse();
    }

    @Test
    void aMapHasPairsForItemsAndKeysForMembers() {
        Value map = of(Map.of("k", 1L));

        assertThat(map.items()).containsExactly(of(List.of("k", 1L)));
        assertThat(map.members()).containsExactly(of("k"));
        assertThat(map.entries()).containsExactly(Map.entry(of("k"), of(1L)));
        assertThat(of(List.of("a")).items()).containsExactly(of("a"));
        assertThat(of(List.of("a")).members()).containsExactly(of("a"));
    }

    @Test
    void whatHasNoMemberIsEmpty() {
        assertThat(Stream.<Object>of(Map.of(), List.of(), "", new Symbol("")))
                .allSatisfy(raw -> assertThat(of(raw).isEmpty()).isTrue());
        assertThat(Stream.<Object>of(Map.of("k", 1L), List.of(1L), "a", new Symbol("a")))
                .allSatisfy(raw -> assertThat(of(raw).isEmpty()).isFalse());
    }

    @Test
    void valuesAreEqualIfWhatTheyHoldIs() {
        assertThat(of("a")).isEqualTo(of("a")).hasSameHashCodeAs(of("a")).isNotEqualTo(of("b"));
        assertThat(of("a").hashCode()).isNotEqualTo(of("b").hashCode());
        assertThat(of("a").equals("a")).isFalse();
        assertThat(of(Map.of("k", List.of("a", 1L)))).hasToString("{\"k\"=>[\"a\", 1]}");
        assertThat(of("abc").quote(2)).isEqualTo("\"a...");
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                nonsense(5L, value -> value.at("k"), "'k' is looked up in the value '5', which is no map"),
                nonsense(List.of(), value -> value.at("k"), "'k' is looked up in a list, which is no map"),
                nonsense("a", value -> value.has("k"), "'k' is looked for in the text 'a', which is no map"),
                nonsense(null, Value::items, "an empty value stands where a list is expected"),
                nonsense("a", Value::members, "the text 'a' stands where a list is expected"),
                nonsense(List.of(), Value::entries, "a list stands where a map is expected"),
                nonsense(1.0, Value::isEmpty, "the value '1.0' stands where a list, a map or a text is expected"),
                nonsense(
                        "x".repeat(99),
                        Value::items,
                        "the text '" + "x".repeat(60) + "...' stands where a list is expected"));
    }

    private static Arguments nonsense(Object raw, Consumer<Value> question, String answer) {
        return Arguments.of(raw, question, answer);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aQuestionThatMakesNoSenseIsAnsweredWithTheShape(Object raw, Consumer<Value> question, String answer) {
        assertThatThrownBy(() -> question.accept(of(raw)))
                .isInstanceOf(MalformedValueException.class)
                .hasMessage(answer);
    }
}
