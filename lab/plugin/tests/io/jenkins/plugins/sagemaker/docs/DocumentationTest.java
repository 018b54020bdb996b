package io.jenkins.plugins.sagemaker.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import groovy.lang.GroovyClassLoader;
import hudson.model.Descriptor;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.jenkins.config.StateChangeQueue;
import io.jenkins.plugins.sagemaker.jenkins.step.AwsStep;
import io.jenkins.plugins.sagemaker.jenkins.step.ComputeStep;
import io.jenkins.plugins.sagemaker.jenkins.step.NamedValue;
import io.jenkins.plugins.sagemaker.jenkins.step.SageMakerTuneStep;
import io.jenkins.plugins.sagemaker.jenkins.step.TrainingJobStep;
import io.jenkins.plugins.sagemaker.nag.LintOptions;
import io.jenkins.plugins.sagemaker.nag.Linter;
import io.jenkins.plugins.sagemaker.nag.report.RuleList;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

/** The documentation tells what there is, all of it and nothing else. */
class DocumentationTest {

    private static final Path DOCS = Pages.ROOT.resolve("docs");
    private static final String PLUGIN =
            SageMakerConfiguration.class.getPackageName().replaceFirst("\\.config$", "");

    static Collection<Path> pages() {
        return Pages.all();
    }

    @Test
    void theListOfRulesIsTheLintersOwn() throws IOException {
        var list = new StringWriter();

        RuleList.MARKDOWN.write(list);

        assertThat(DOCS.resolve("cfnNag-rules.md"))
                .as("what lab/run nag rules -o md prints")
                .content()
                .isEqualTo(list.toString());
    }

    @Test
    void theSampleOfOwnRulesIsARulesFile() throws IOException {
        String page = Files.readString(DOCS.resolve("cfnNag.md"));
        int begin = page.indexOf("```yaml\n- id: TEAM1") + "```yaml\n".length();
        String sample = page.substring(begin, page.indexOf("```", begin));
        var options = LintOptions.DEFAULT.withOwnRules(new LintOptions.OwnRules("cfnNag.md", sample));
        String template = """
            Resources:
              Bucket: {Type: AWS::S3::Bucket}
              Config:
                Type: AWS::SageMaker::EndpointConfig
                Properties: {ProductionVariants: [{InstanceType: ml.m5.large}, {InstanceType: ml.p4d.24xlarge}]}
            """;

        assertThat(new Linter(options)
                        .lint(TemplateSource.of("template.yaml", template))
                        .violations())
                .extracting(Violation::id)
                .contains("TEAM1", "TEAM2", "TEAM3");
    }

    @Test
    @WithJenkins
    void everyStepHasAPageWithItsParametersAndNoOthers(JenkinsRule jenkins) {
        Map<String, Set<String>> offered = new TreeMap<>();
        Map<String, Set<String>> documented = new TreeMap<>();
        for (StepDescriptor step : jenkins.jenkins.getExtensionList(StepDescriptor.class)) {
            if (isOurs(step.clazz)) {
                Path page = DOCS.resolve(step.getFunctionName() + ".md");
                assertThat(page).exists();
                offered.put(step.getFunctionName(), own(step.clazz));
                documented.putAll(Pages.parameters(page));
            }
        }
        for (Descriptor<?> nested : jenkins.jenkins.getExtensionList(Descriptor.class)) {
            if (isOurs(nested.clazz)
                    && !(nested instanceof StepDescriptor)
                    && nested.clazz != NamedValue.class // how a form shows a map; Pipelines write maps
                    && nested.clazz.getPackage() != SageMakerConfiguration.class.getPackage()) {
                Set<String> symbols = SymbolLookup.getSymbolValue(nested);
                assertThat(symbols).isNotEmpty();
                offered.put(symbols.iterator().next(), own(nested.clazz));
            }
        }

        assertThat(offered).containsKeys("sagemakerTrain", "channel");
        assertThat(documented).containsOnlyKeys(offered.keySet());
        assertThat(offered)
                .allSatisfy((name, parameters) -> assertThat(documented.get(name))
                        .as("documented of %s", name)
                        .hasSameElementsAs(parameters));
    }

    @Test
    void whatAllAwsStepsShareStandsOnOnePage() {
        assertThat(Pages.parameters(DOCS.resolve("common.md")).get("")).hasSameElementsAs(boundBySetter(AwsStep.class));
    }

    @Test
    void theGlobalConfigurationIsDocumented() {
        assertThat(Pages.firstColumn(DOCS.resolve("configuration-as-code.md"), "Property"))
                .hasSameElementsAs(boundBySetter(SageMakerConfiguration.class));
    }

    @Test
    @WithJenkins
    void aQueueOfTheGlobalConfigurationIsDocumented(JenkinsRule jenkins) {
        assertThat(Pages.firstColumn(DOCS.resolve("configuration-as-code.md"), "Of a queue"))
                .hasSameElementsAs(own(StateChangeQueue.class));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Path page) {
        List<String> dead = new ArrayList<>();
        for (String link : Pages.links(page)) {
            URI target = URI.create(link);
            if (!target.isAbsolute()) {
                Path file = target.getPath().isEmpty()
                        ? page
                        : page.resolveSibling(target.getPath()).normalize();
                boolean lost = target.getFragment() != null
                        && file.toString().endsWith(".md")
                        && Files.isRegularFile(file)
                        && !Pages.anchors(file).contains(target.getFragment());
                if (!Files.exists(file) || lost) {
                    dead.add(link);
                }
            }
        }

        assertThat(dead).as("links of %s that lead nowhere", page).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyGroovySampleCompiles(Path page) {
        for (String sample : Pages.groovySamples(page)) {
            assertThatCode(() -> compile(sample)).as("a sample of %s", page).doesNotThrowAnyException();
        }
    }

    private static void compile(String sample) {
        var unit = new CompilationUnit(new CompilerConfiguration(), null, new GroovyClassLoader());
        unit.addSource("Sample.groovy", sample);
        unit.compile(Phases.CLASS_GENERATION);
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(PLUGIN + ".");
    }

    /** All parameters but those that {@link AwsStep} has for all. */
    private static Set<String> own(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (DescribableParameter parameter : DescribableModel.of(type).getParameters()) {
            names.add(parameter.getName());
        }
        if (AwsStep.class.isAssignableFrom(type)) {
            names.removeAll(boundBySetter(AwsStep.class));
        }
        if (type == SageMakerTuneStep.class) { // its page refers to the one of sagemakerTrain for these
            names.removeAll(boundBySetter(TrainingJobStep.class));
            names.removeAll(boundBySetter(ComputeStep.class));
            names.add("requestJson");
        }
        return names;
    }

    private static Set<String> boundBySetter(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .map(method -> method.getName().substring("set".length()))
                .forEach(name -> names.add(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
        return names;
    }
}
