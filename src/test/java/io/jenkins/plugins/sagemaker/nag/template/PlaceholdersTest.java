package io.jenkins.plugins.sagemaker.nag.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void findsNamesInOrder() {
        assertThat(names("a${B}c${D.E}${ F }")).containsExactly("B", "D.E", " F ");
    }

    @Test
    void leavesOutLiterals() {
        assertThat(names("${!A}${B}")).containsExactly("B");
    }

    @Test
    void endsANameOnItsLine() {
        assertThat(names("${A\n}${B}")).containsExactly("B");
        assertThat(names("${A\n} ${")).isEmpty();
    }

    @Test
    void takesTheFirstCharacterForPartOfTheName() {
        assertThat(names("${}a}")).containsExactly("}a");
        assertThat(names("${}")).isEmpty();
    }

    @Test
    void passesManyBeginningsInOneGo() {
        assertThat(names("${".repeat(200_000))).isEmpty();
        assertThat(names("${a\n".repeat(200_000) + "}")).isEmpty();
    }

    private static List<String> names(String text) {
        var names = new ArrayList<String>();
        var placeholders = new Placeholders(text);
        while (placeholders.next()) {
            names.add(placeholders.name());
        }
        return names;
    }
}
