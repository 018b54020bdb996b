package io.jenkins.plugins.sagemaker.nag.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes", "true", "TRUE", "on", "On"})
    void readsYesAndOnAsTrue(String text) {
        assertThat(Scalars.read(text)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "false", "off", "OFF"})
    void readsNoAndOffAsFalse(String text) {
        assertThat(Scalars.read(text)).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"1e3, 1000", "' 1.5 ', 1.5", ".5, 0.5", "-1_0.2_5E-1, -1.025", "+7, 7"})
    void takesForADecimalWhatIsTaggedAsOne(String text, double number) {
        assertThat(Scalars.real(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.", "a", "1e", "_1", "1__0", ".", "-", "e3"})
    void anythingElseIsNoDecimal(String text) {
        assertThat(Scalars.real(text)).isEmpty();
    }

    @Test
    void onlyNumbersAndTextsAreDecimals() {
        assertThat(Scalars.real(5L)).contains(5.0);
        assertThat(Scalars.real(null)).isEmpty();
        assertThat(Scalars.real(true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "NULL"})
    void readsNothingAsNull(String text) {
        assertThat(Scalars.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2001-12-14t21:59:43.10-05:00, 2001-12-14T21:59:43",
        "2001-1-4 1:59:43, 2001-01-04T01:59:43",
        "2001-12-14  21:59:60 Z, 2001-12-14T22:00",
        "2001-02-31T24:00:00+1, 2001-03-04T00:00"
    })
    void readsATimeAsNoText(String text, LocalDateTime time) {
        assertThat(Scalars.read(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001-13-14 21:59:43",
                "2001-00-14 21:59:43",
                "2001-12-32 21:59:43",
                "2001-12-00 21:59:43",
                "2001-12-14 25:59:43",
                "2001-12-14 24:00:01",
                "2001-12-14 21:60:43",
                "2001-12-14 21:59:61",
                "2001-12-14 21:59",
                "y",
                "n",
                "Y",
                "1e3",
                "1.5e3",
                "0128",
                "09",
                "2001:db8::/32",
                "10.0.0.0/8",
                "2020-02-31",
                "2020-13-01",
                ".",
                "-",
                "+",
                "1.2.3",
                "tcp",
                "truely",
                "a:b",
                "-abc",
                "0x",
                "12:60",
                ",",
                "=",
                "nope",
                "falsey",
                "0x_",
                "0b,",
                "-.",
                "+.",
                ".e+5",
                "-.e-5",
                "1\n2",
                ":a\n",
                "\u0663",
                "?yes",
                "\u00e9"
            })
    void leavesTextAsItIs(String text) {
        assertThat(Scalars.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "0 0",
                "017 15",
                "-017 -15",
                "0x10 16",
                "0b101 5",
                "1,000 1000",
                "1_000 1000",
                "+7 7",
                "-1 -1",
                "22:22 80520",
                "1:02:03 3723",
                "00 0",
                "0_ 0",
                "9_1 91",
                "0_7 7",
                "-0x1f -31",
                "+0b11 3",
                "9223372036854775807 9223372036854775807",
                "-9223372036854775808 -9223372036854775808"
            })
    void readsIntegersOfAllBases(String text, long number) {
        assertThat(Scalars.read(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "1.5 1.5",
                ".5 0.5",
                "5. 5",
                "1_0.5 10.5",
                "1.5e+3 1500",
                "-1.0 -1",
                "1:00:00.5 3600.5",
                "5.e+2 500",
                "+.5 0.5",
                "1.0e+99999999999 Infinity"
            })
    void readsDecimalsOnlyWithAPoint(String text, double number) {
        assertThat(Scalars.read(text)).isEqualTo(number);
    }

    @Test
    void readsDatesThatExist() {
        assertThat(Scalars.read("2012-10-17")).isEqualTo(LocalDate.of(2012, 10, 17));
        assertThat(Scalars.read("2012-1-7")).isEqualTo(LocalDate.of(2012, 1, 7));
    }

    @Test
    void takesALeadingColonForASymbol() {
        assertThat(Scalars.read("::/0")).isEqualTo(new Symbol(":/0"));
        assertThat(Scalars.read(":'a b'")).isEqualTo(new Symbol("a b"));
        assertThat(Scalars.read(":':a'")).isEqualTo(new Symbol("a"));
        assertThat(Scalars.read(":''")).isEqualTo(new Symbol(""));
        assertThat(Scalars.read(":'")).isEqualTo(new Symbol("'"));
        assertThat(Scalars.read(":\"a\"b")).isEqualTo(new Symbol("a"));
        assertThat(Scalars.read(":")).isEqualTo(":");
    }

    @Test
    void readsNumbersBeyondLong() {
        assertThat(Scalars.read("123456789012345678901234567890"))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(Scalars.read("9223372036854775808")).isEqualTo(BigInteger.TWO.pow(63));
    }

    @Test
    void takesNoMoreThanFiveHundredDigitsForANumber() {
        assertThat(Scalars.read("1".repeat(500))).isEqualTo(new BigInteger("1".repeat(500)));
        assertThat(Scalars.read("1".repeat(501))).isEqualTo("1".repeat(501));
    }

    @Test
    void knowsInfinityAndNan() {
        assertThat(Scalars.read(".inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Scalars.read("-.INF")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Scalars.read(".NaN")).isEqualTo(Double.NaN);
    }
}
