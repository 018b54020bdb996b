package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * What an own rule may ask of a value. A value that only the running stack knows passes every test but the first two. A
 * property that is not there is not equal to anything, so it fails the tests that begin with "not".
 */
enum PropertyTest {
    ABSENT("absent", Operand.NONE, (value, operand) -> isMissing(value)),
    PRESENT("present", Operand.NONE, (value, operand) -> !isMissing(value)),
    EQUALS("equals", Operand.TEXT, (value, operand) -> is(value, operand.texts())),
    NOT_EQUALS("notEquals", Operand.TEXT, (value, operand) -> isNot(value, is(value, operand.texts()))),
    IN("in", Operand.LIST, (value, operand) -> is(value, operand.texts())),
    NOT_IN("notIn", Operand.LIST, (value, operand) -> isNot(value, is(value, operand.texts()))),
    MATCHES("matches", Operand.PATTERN, (value, operand) -> isKnown(value) && operand.isFoundIn(value.text())),
    NOT_MATCHES(
            "notMatches",
            Operand.PATTERN,
            (value, operand) -> isNot(value, !isMissing(value) && operand.isFoundIn(value.text()))),
    IS_TRUE("isTrue", Operand.NONE, (value, operand) -> value.isTrue()),
    NOT_TRUE("notTrue", Operand.NONE, (value, operand) -> isNot(value, value.isTrue())),
    IS_FALSE("isFalse", Operand.NONE, (value, operand) -> !isMissing(value) && value.isFalseOrAbsent()),
    CONTAINS_WILDCARD("containsWildcard", Operand.NONE, (value, operand) -> hasWildcard(value)),
    LESS_THAN(
            "lessThan",
            Operand.NUMBER,
            (value, operand) -> number(value)
                    .filter(number -> number.compareTo(operand.number()) < 0)
                    .isPresent()),
    GREATER_THAN(
            "greaterThan",
            Operand.NUMBER,
            (value, operand) -> number(value)
                    .filter(number -> number.compareTo(operand.number()) > 0)
                    .isPresent());

    /** What stands beside the predicate under {@code value}. */
    enum Operand {
        NONE,
        TEXT,
        LIST,
        PATTERN,
        NUMBER
    }

    /**
     * The value that an own rule compares with.
     *
     * @param texts one or more texts
     * @param pattern null unless it is a pattern
     * @param number null unless it is a number
     */
    record Compared(List<String> texts, Pattern pattern, BigDecimal number) {
        private boolean isFoundIn(String text) {
            return pattern.matcher(new PatientText(text)).find();
        }
    }

    private final String label;
    private final Operand operand;
    private final BiPredicate<Value, Compared> test;

    PropertyTest(String label, Operand operand, BiPredicate<Value, Compared> test) {
        this.label = label;
        this.operand = operand;
        this.test = test;
    }

    Operand operand() {
        return operand;
    }

    static Optional<PropertyTest> named(String label) {
        return Arrays.stream(values()).filter(test -> test.label.equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(test -> test.label).toList();
    }

    /** Whether the value violates a rule with this test. */
    boolean flags(Value value, Compared compared) {
        return test.test(value, compared);
    }

    private static boolean isMissing(Value value) {
        return value.isAbsent() || value.isNoValue();
    }

    private static boolean isKnown(Value value) {
        return !isMissing(value) && !value.isFunction();
    }

    private static boolean is(Value value, List<String> texts) {
        return isKnown(value) && texts.contains(value.text());
    }

    /** The contrary of an answer that is no, unless nobody knows the value. */
    private static boolean isNot(Value value, boolean answer) {
        return (isMissing(value) || !value.isFunction()) && !answer;
    }

    private static boolean hasWildcard(Value value) {
        if (!isKnown(value)) {
            return false;
        }
        if (value.isMap()) {
            return value.entries().values().stream().anyMatch(PropertyTest::hasWildcard);
        }
        return value.isList()
                ? value.items().stream().anyMatch(PropertyTest::hasWildcard)
                : value.text().indexOf('*') >= 0;
    }

    private static Optional<BigDecimal> number(Value value) {
        String text = isKnown(value) ? value.text().strip() : "";
        return text.matches("[-+]?\\d{1,30}(\\.\\d{1,30})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
