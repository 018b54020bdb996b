package io.jenkins.plugins.sagemaker.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.nag.LintOptions;
import io.jenkins.plugins.sagemaker.nag.Linter;
import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

class TemplateTest {

    @Test
    void theBundledTemplateCarriesWhateverAnEnvironmentVariableHolds() throws Exception {
        String value = "a \"quoted\": #{value}\nwith ünïcode and \\ back";

        String body = new Template.Bundled(Map.of("MODE", value)).read(null).body();

        Node environment = at(parse(body), "Resources", "Model", "Properties", "PrimaryContainer", "Environment");
        assertThat(((ScalarNode) at(environment, "MODE")).getValue()).isEqualTo(value);
    }

    @Test
    void theSameVariablesGiveTheSameTextInWhateverOrder() throws Exception {
        String one = new Template.Bundled(Map.of("A", "1", "B", "2", "C", "3"))
                .read(null)
                .body();
        String other = new Template.Bundled(Map.of("C", "3", "A", "1", "B", "2"))
                .read(null)
                .body();

        assertThat(one).isEqualTo(other).contains("{\"A\":\"1\",\"B\":\"2\",\"C\":\"3\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint.yaml", "foundation.yaml"})
    void bundledTemplatesFitIntoARequestAndUseNoTransform(String name) {
        String text = Template.Bundled.resource(name);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Template.LONGEST_BODY);
        assertThat(parse(text).getValue())
                .extracting(entry -> ((ScalarNode) entry.getKeyNode()).getValue())
                .contains("Resources", "Parameters", "Outputs")
                .doesNotContain("Transform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint.yaml", "foundation.yaml"})
    void bundledTemplatesKeepEveryRuleOfTheLinter(String name) {
        var source = TemplateSource.of(name, Template.Bundled.resource(name));

        var options = LintOptions.DEFAULT.withPacks(Set.of(Pack.values()));
        assertThat(new Linter(options).lint(source).violations()).isEmpty();
        assertThat(new Linter(options.withParameterValues("{\"Parameters\": {}}"))
                        .lint(source)
                        .violations())
                .isEmpty();
    }

    @Test
    void everyArgumentIsAParameterOfTheBundledTemplate() {
        var arguments = new EndpointParameters()
                .modelDataUrl("s3://b/k")
                .image("i")
                .executionRoleArn("r")
                .instanceType("t")
                .initialInstanceCount(2)
                .variantName("v")
                .kmsKeyId("k")
                .subnetIds(List.of("a", "b"))
                .securityGroupIds(List.of("c"))
                .enableNetworkIsolation(true)
                .toMap();

        var declared = ((MappingNode) at(parse(Template.Bundled.resource("endpoint.yaml")), "Parameters"))
                .getValue().stream()
                        .map(entry -> ((ScalarNode) entry.getKeyNode()).getValue())
                        .toList();

        assertThat(arguments).hasSize(10).containsEntry("SubnetIds", "a,b");
        assertThat(declared).containsAll(arguments.keySet()).contains("EndpointName");
        assertThat(new EndpointParameters().image(" ").kmsKeyId(null).toMap()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongForARequestIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> new Template.Text("x".repeat(51_201)).read(null))
                .hasMessageContaining("51201 bytes")
                .hasMessageContaining("templateUrl");
    }

    private static MappingNode parse(String text) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return (MappingNode) yaml.compose(new StringReader(text));
    }

    private static Node at(Node node, String... path) {
        Node here = node;
        for (String key : path) {
            assertThat(here.getTag()).isEqualTo(Tag.MAP);
            here = ((MappingNode) here)
                    .getValue().stream()
                            .filter(entry ->
                                    ((ScalarNode) entry.getKeyNode()).getValue().equals(key))
                            .findFirst()
                            .orElseThrow()
                            .getValueNode();
        }
        return here;
    }
}
