package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestDocumentTest {

    @Test
    void objectsAreMergedMemberByMemberAndAnythingElseIsReplaced() {
        var below = RequestDocument.parse("requestJson", """
                {"A": {"x": 1, "y": {"z": 2, "kept": true}}, "List": [1, 2], "Kept": 1, "Scalar": 1}""");

        below.merge(Map.of("A", Map.of("y", Map.of("z", 3)), "List", List.of(3), "Scalar", Map.of("b", 1)));

        assertThat(below.members())
                .isEqualTo(Map.of(
                        "A",
                        Map.of("x", 1, "y", Map.of("z", 3, "kept", true)),
                        "List",
                        List.of(3),
                        "Kept",
                        1,
                        "Scalar",
                        Map.of("b", 1)));
    }

    @Test
    void whatIsMadeOfADocumentDoesNotChangeIt() {
        Map<String, Object> inner = Map.of("Inner", Map.of("a", 1));

        RequestDocument.of(inner).put("Inner.b", 2).merge(Map.of("Inner", Map.of("a", 3)));

        assertThat(inner).isEqualTo(Map.of("Inner", Map.of("a", 1)));
    }

    @Test
    void whatWasNotGivenIsNotPut() {
        var document = RequestDocument.of(Map.of())
                .putIfGiven("a", "")
                .putIfGiven("b", null)
                .putIfGiven("c", false)
                .putIfGiven("d.e", List.of())
                .putIfGiven("zero", 0);

        assertThat(document.members()).containsOnlyKeys("zero");
    }

    @Test
    void whatIsNoObjectIsASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestDocument.parse("requestJson", "[1]"))
                .withMessageStartingWith("requestJson is not a JSON object: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestDocument.parse("requestJson", "{\"a\""))
                .withMessageStartingWith("requestJson is not a JSON object: ");
    }
}
