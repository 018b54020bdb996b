package io.jenkins.plugins.sagemaker.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersFileTest {

    @Test
    void codePipelinesTemplateConfigurationIsRead() {
        var file = ParametersFile.parse("p.json", """
                {"Parameters": {"Count": 2, "Subnets": ["a", "b"], "Isolated": true}, "Tags": {"team": "digits"}}
                """);

        assertThat(file.parameters())
                .containsEntry("Count", "2")
                .containsEntry("Subnets", "a,b")
                .containsEntry("Isolated", "true");
        assertThat(file.tags()).containsEntry("team", "digits");
    }

    @Test
    void theListOfTheAwsCliIsRead() {
        var file = ParametersFile.parse("p.json", "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"1\"}]");

        assertThat(file.parameters()).containsExactlyEntriesOf(Map.of("A", "1"));
    }

    @Test
    void aPlainObjectIsRead() {
        assertThat(ParametersFile.parse("p.json", "{\"A\": \"1\"}").parameters())
                .containsEntry("A", "1");
    }

    @Test
    void whatIsWrongIsSaidWithTheFileAndThePlace() {
        assertThatThrownBy(() -> ParametersFile.parse("p.json", "{\"A\": \n oops}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("p.json is not JSON")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> ParametersFile.parse("p.json", "{\"A\": {\"b\": 1}}"))
                .hasMessageContaining("the value of A");
        assertThatThrownBy(() -> ParametersFile.parse("p.json", "[{\"Key\": \"A\"}]"))
                .hasMessageContaining("ParameterKey");
        assertThatThrownBy(() -> ParametersFile.parse("p.json", "3")).hasMessageContaining("neither");
    }
}
