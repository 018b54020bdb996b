package io.jenkins.plugins.sagemaker.nag.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tabs, written {@code >} here, line ends {@code /}, and the tab in question is the first. */
class TabsTest {

    private static String shown(String text) {
        return text == null ? null : text.replace('\t', '>').replace('\n', '/');
    }

    private static String mended(String shown, int openFlows) {
        String text = shown.replace('>', '\t').replace('/', '\n');
        return shown(Tabs.replace(text, text.indexOf('\t'), openFlows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a:>b | a: b",
                "a:>>b | a: >b",
                "a: >b | a:  b",
                "a:>b/c:>>d/- e.f:>g/ h i:>j | a: b/c: d/- e.f: g/ h i:>j",
                "a: >b/c:>d | a:  b/c:>d",
                "a: b>>#c/d:>e | a: b >#c/d:>e",
                "--->a | --- a",
                "---  >a | ---   a"
            })
    void becomeSpacesWhereNothingMayBegin(String text, String expected) {
        assertThat(mended(text, 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"->a", "- >a", "?>a", "a: b/->c", ">a: b", " >a: b", "a:/>b: c", "a: b/ >c: d", "-->a"})
    void areRefusedWhereAKeyOrAnEntryMayBegin(String text) {
        assertThat(mended(text, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[a,/b,/>c] | [a,/b,/ c]",
                "[->a] | [- a]",
                "[a, - >b] | [a, -  b]",
                "[?>a] | [? a]",
                "{/>a: 1,/>>b: 2,/ > c: 3}/>d | `{/ a: 1,/  b: 2,/   c: 3}/ d`",
                "[/>a,/b,/>c] | [/ a,/b,/>c]",
                "a: [ //>b] | a: [ // b]",
                "a: { />b: c/ | a: { / b: c/",
                "a: [/> | `a: [/ `"
            })
    void becomeSpacesAnywhereInFlows(String text, String expected) {
        assertThat(mended(text, 1)).isEqualTo(expected);
    }
}
