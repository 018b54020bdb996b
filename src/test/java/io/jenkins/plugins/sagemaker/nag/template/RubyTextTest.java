package io.jenkins.plugins.sagemaker.nag.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RubyTextTest {

    @Test
    void printsCollectionsAsRubyDoes() {
        var map = new LinkedHashMap<Object, Object>();
        map.put("Ref", "A\"b\\");
        map.put("n", Arrays.asList(1L, null, true, new Symbol("s"), 1.0));

        assertThat(RubyText.of(map)).isEqualTo("{\"Ref\"=>\"A\\\"b\\\\\", \"n\"=>[1, nil, true, :s, 1.0]}");
        assertThat(RubyText.of(Map.of())).isEqualTo("{}");
        assertThat(RubyText.of(List.of())).isEqualTo("[]");
    }

    @Test
    void printsDecimalsAsRubyDoes() {
        assertThat(RubyText.of(80.0)).isEqualTo("80.0");
        assertThat(RubyText.of(1e20)).isEqualTo("1.0e+20");
        assertThat(RubyText.of(-1.25e-7)).isEqualTo("-1.25e-07");
        assertThat(RubyText.of(0.0001)).isEqualTo("0.0001");
        assertThat(RubyText.of(1e15)).isEqualTo("1000000000000000.0");
        assertThat(RubyText.of(1e16)).isEqualTo("1.0e+16");
        assertThat(RubyText.of(0.00005)).isEqualTo("5.0e-05");
        assertThat(RubyText.of(0.0)).isEqualTo("0.0");
        assertThat(RubyText.of(Double.NaN)).isEqualTo("NaN");
        assertThat(RubyText.of(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(RubyText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void printsNothingAsNothing() {
        assertThat(RubyText.of(null)).isEmpty();
    }

    @Test
    void joinsNestedListsFlat() {
        assertThat(RubyText.join(Arrays.asList("a", List.of("b", 1L), null), "-"))
                .isEqualTo("a-b-1-");
    }

    @Test
    void splitsWithoutEmptyEnds() {
        assertThat(RubyText.split("A.B..", ".")).containsExactly("A", "B");
        assertThat(RubyText.split(".A", ".")).containsExactly("", "A");
        assertThat(RubyText.split("", ".")).isEmpty();
        assertThat(RubyText.split("...", ".")).isEmpty();
        assertThat(RubyText.split(" a  b ", " ")).containsExactly("a", "b");
        assertThat(RubyText.split(" ", null)).isEmpty();
    }

    @Test
    void cutsOffWhatIsLongerThanAllowed() {
        assertThat(RubyText.abbreviate("abc", 3)).isEqualTo("abc");
        assertThat(RubyText.abbreviate("abcd", 3)).isEqualTo("abc...");
    }

    @Test
    void findsTheIntegerThatATextBeginsWith() {
        assertThat(RubyText.leadingInteger("-1abc")).isEqualTo(BigInteger.ONE.negate());
        assertThat(RubyText.leadingInteger(" 4_3x")).isEqualTo(BigInteger.valueOf(43));
        assertThat(RubyText.leadingInteger("abc")).isEqualTo(BigInteger.ZERO);
    }
}
