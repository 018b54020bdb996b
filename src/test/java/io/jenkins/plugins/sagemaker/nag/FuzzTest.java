package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Mutants of the rules' own templates, in their text and in their structure: whatever comes in, an answer comes out. The
 * seed is fixed; {@code -Dnag.fuzz.mutants=N} makes a longer run and {@code -Dnag.fuzz.seed=N} another one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
    private static final int MUTANTS = Integer.getInteger("nag.fuzz.mutants", 100_000);
    private static final long SEED = Long.getLong("nag.fuzz.seed", 20_240_601L);
    private static final String OWN_RULES = """
        - {id: T1, type: FAIL, message: m, resourceType: '*', property: 'Tags[*].Value', predicate: matches, value: '^x+$'}
        - {id: T2, type: WARN, message: m, resourceType: 'AWS::*', property: Properties.A.B, predicate: lessThan, value: 3}
        """;
    private static final String[] PIECES = {
        "\t",
        "\n",
        " ",
        "-",
        ":",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "'",
        "\"",
        "*a",
        "&a ",
        "!Ref ",
        "!Sub ",
        "!If ",
        "!GetAtt ",
        "<<: ",
        "|",
        ">",
        "#",
        "%",
        "@",
        "~",
        "${",
        "null",
        "0",
        ".inf",
        ".nan",
        ".e+5",
        "1.0e+99999999999",
        "Type: ",
        "Ref: ",
        "Fn::If: ",
        "\u00e9",
        "\u2028",
        "---\n",
        "\\"
    };

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> texts = new ArrayList<>();
    private final List<JsonNode> trees = new ArrayList<>();
    private final Linter compatible = new Linter(LintOptions.DEFAULT);
    private final Linter withDefaults = new Linter(LintOptions.DEFAULT.withParameterValues("{\"Parameters\": {}}"));
    private final Linter strict = new Linter(LintOptions.DEFAULT
            .withStrict(true)
            .withPacks(Set.of(Pack.values()))
            .withOwnRules(new LintOptions.OwnRules("rules.yaml", OWN_RULES)));

    @BeforeAll
    void readTemplates() throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (Rule rule : RuleCatalog.all()) {
            String text = read(rule.id() + ".violating.yaml");
            texts.add(text);
            try {
                trees.add(json.valueToTree(yaml.load(text)));
            } catch (YAMLException shortTagsHaveNoPlainForm) {
                // Such a template is mutated as text only.
                assertThat(text).contains("!");
            }
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream in = FuzzTest.class.getResourceAsStream("rules/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyMutatedTextIsAnswered() {
        var random = new Random(SEED);
        for (int i = 0; i < MUTANTS / 2; i++) {
            String mutant = texts.get(random.nextInt(texts.size()));
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutant = mutate(mutant, random);
            }
            check(mutant, random);
        }
    }

    @Test
    void everyMutatedStructureIsAnswered() {
        var random = new Random(SEED + 1);
        for (int i = 0; i < MUTANTS / 2; i++) {
            JsonNode mutant = trees.get(random.nextInt(trees.size())).deepCopy();
            for (int n = random.nextInt(3); n >= 0; n--) {
                mutate(mutant, random);
            }
            check(mutant.toString(), random);
        }
    }

    private void check(String mutant, Random random) {
        Linter chosen =
                switch (random.nextInt(4)) {
                    case 0 -> compatible;
                    case 1 -> withDefaults;
                    default -> strict;
                };
        FileReport report = chosen.lint(TemplateSource.of("mutant", mutant));
        if (report.isFatal()) {
            assertThat(report.violations()).as(mutant).hasSize(1);
            assertThat(report.violations().get(0).message()).as(mutant).doesNotStartWith(Linter.DEFECT);
        }
    }

    private static String mutate(String text, Random random) {
        if (text.isEmpty()) {
            return "a";
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(6));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + PIECES[random.nextInt(PIECES.length)] + text.substring(from);
            case 2 -> text.substring(0, from) + PIECES[random.nextInt(PIECES.length)] + text.substring(to);
            default -> text.substring(0, to) + text.substring(from);
        };
    }

    private static void mutate(JsonNode root, Random random) {
        var holders = new ArrayList<JsonNode>();
        collect(root, holders);
        JsonNode holder = holders.get(random.nextInt(holders.size()));
        if (holder instanceof ObjectNode map && !map.isEmpty()) {
            var names = new ArrayList<String>();
            map.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(5) == 0) {
                map.remove(name);
            } else {
                map.set(name, replacement(map.get(name), random));
            }
        } else if (holder instanceof ArrayNode list) {
            list.add(replacement(list, random));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private static JsonNode replacement(JsonNode old, Random random) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(15)) {
            case 0 -> make.nullNode();
            case 1 -> make.numberNode(random.nextInt(5) - 1);
            case 2 -> make.numberNode(1.5);
            case 3 -> make.booleanNode(random.nextBoolean());
            case 4 -> make.textNode("");
            case 5 -> make.textNode("text");
            case 6 -> make.arrayNode();
            case 7 -> make.objectNode();
            case 8 -> make.arrayNode().add(old.deepCopy());
            case 9 -> make.objectNode().set("Fn::If", make.arrayNode().add("C").add(old.deepCopy()));
            case 10 -> make.objectNode().put("Ref", "AWS::NoValue");
            case 11 -> make.objectNode().put("Ref", "AWS::Region");
            case 12 -> make.objectNode().put("Fn::Sub", "${AWS::Region}-${X.Y}");
            case 13 ->
                make.objectNode().set("Fn::Join", make.arrayNode().add(",").add(old.deepCopy()));
            default ->
                make.objectNode().set("Fn::Select", make.arrayNode().add(0).add(old.deepCopy()));
        };
    }
}
