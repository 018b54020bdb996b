package io.jenkins.plugins.sagemaker.lab.cli.nag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NagTest {
    private static final String CLEAN = "Resources:\n  C:\n    Type: AWS::CloudFormation::WaitConditionHandle\n";
    private static final String WARNED = "Resources:\n  T:\n    Type: AWS::SNS::Topic\n";
    private static final String FAILED = "Resources:\n  V:\n    Type: AWS::EC2::Volume\n    Properties: {}\n";
    private static final String SUPPRESSED =
            WARNED + "    Metadata: {cfn_nag: {rules_to_suppress: [{id: W47, reason: public}, {reason: none}]}}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTemplates() throws IOException {
        Files.writeString(folder.resolve("clean.yaml"), CLEAN);
        Files.writeString(folder.resolve("failed.yaml"), FAILED);
        Files.writeString(folder.resolve("warned.yaml"), WARNED);
        Files.writeString(folder.resolve("suppressed.yml"), SUPPRESSED);
        Files.writeString(folder.resolve("fatal.json"), "{}");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource({"clean.yaml, 0", "warned.yaml, 0", "failed.yaml, 1", "fatal.json, 2", "., 2"})
    void theExitStatusTellsCleanFromFailuresFromUnreadable(String name, int status) throws InterruptedException {
        assertThat(NagRun.of("-i", path(name)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "--fail-on-warnings"})
    void warningsFailOnDemand(String option) throws InterruptedException {
        assertThat(NagRun.of("-i", path("warned.yaml"), option).status()).isEqualTo(1);
        assertThat(NagRun.of("-i", path("clean.yaml"), option).status()).isZero();
        assertThat(NagRun.of("-i", path("warned.yaml"), option, "--no-fail-on-warnings")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "--ignore-fatal"})
    void aFatalCanBePassedOver(String option) throws InterruptedException {
        assertThat(NagRun.of("-i", path("fatal.json"), option).status()).isZero();
    }

    @Test
    void everyInputIsTakenInItsOrderHoweverItIsGiven() throws IOException, InterruptedException {
        NagRun run = NagRun.of(
                "-i", path("warned.yaml"), "--input-path=" + path("failed.yaml"), "-ojson", path("clean.yaml"));

        assertThat(json(run).findValuesAsText("filename"))
                .containsExactly(path("warned.yaml"), path("failed.yaml"), path("clean.yaml"));
    }

    @Test
    void aFolderIsSearchedForWhatThePatternMatches() throws IOException, InterruptedException {
        assertThat(json(NagRun.of("-i", folder.toString(), "-o", "json"))).hasSize(5);
        assertThat(json(NagRun.of("-i", folder.toString(), "-o", "json", "-t", "\\.yml$")))
                .hasSize(1);
        assertThat(json(NagRun.of("-i", folder.toString(), "-o", "json", "--template-pattern", "nothing")))
                .isEmpty();
    }

    @Test
    void standardInputIsATemplateNamedDash() throws IOException, InterruptedException {
        NagRun run = NagRun.withInput(FAILED, "-i", "-", "--output-format", "json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(json(run).at("/0/filename").asText()).isEqualTo("-");
        assertThat(NagRun.withInput("", "-i", "-").status()).isEqualTo(2);
        assertThat(NagRun.of("-i", "-", "-i", path("clean.yaml")).err()).contains("give no other path beside it");
    }

    @Test
    void everyFormatIsWritten() throws InterruptedException {
        assertThat(NagRun.of("-i", path("failed.yaml")).out()).contains("\u001b[31mFAIL F1\u001b[0m");
        assertThat(NagRun.of("-i", path("failed.yaml"), "-o", "txt").out()).contains("FAIL F1  ");
        assertThat(NagRun.of("-i", path("failed.yaml"), "-o", "junit").out()).contains("<failure type=\"F1\"");
        assertThat(NagRun.of("-i", path("failed.yaml"), "-o", "sarif").out()).contains("\"ruleId\": \"CFN_NAG_F1\"");
        assertThat(NagRun.of("-i", path("failed.yaml"), "-o", "csv").err())
                .contains("There is no output format csv: choose txt, colortxt, json, sarif or junit.");
    }

    @Test
    void jsonLooksAsTheOriginalPrintsIt() throws InterruptedException {
        assertThat(NagRun.of("-i", path("clean.yaml"), "-o", "json").out())
                .isEqualTo("""
                [
                  {
                    "filename": "%s",
                    "file_results": {
                      "failure_count": 0,
                      "violations": []
                    }
                  }
                ]
                """.formatted(path("clean.yaml")));
    }

    @Test
    void suppressionsCanBeForbiddenAndPrinted() throws InterruptedException {
        NagRun granted = NagRun.of("-i", path("suppressed.yml"), "-fn");
        NagRun forbidden = NagRun.of("-i", path("suppressed.yml"), "-f", "--no-allow-suppression");

        assertThat(granted.status()).isZero();
        assertThat(granted.err())
                .contains("Suppressing W47 on T for reason: public", "T has missing cfn_nag suppression rule id");
        assertThat(forbidden.status()).isEqualTo(1);
        assertThat(NagRun.of("-i", path("suppressed.yml"), "-f", "-l").status()).isZero();
    }

    @Test
    void theFilesOfProfileDenyListAndValuesAreRead() throws IOException, InterruptedException {
        String profile = write("profile.txt", "W47\n");
        String denyList = write("deny.txt", "RulesToSuppress: [{id: F1}]\n");
        String parameters = write("parameters", "{\"Parameters\": {\"Key\": \"k\"}}");
        String conditions = write("conditions", "{\"C\": false}");
        String template = write("encrypted.template", """
                Parameters: {Flag: {Type: String, Default: 'false'}}
                Conditions: {C: !Equals [a, a]}
                Resources:
                  V:
                    Type: AWS::EC2::Volume
                    Properties: {Encrypted: !If [C, true, !Ref Flag], KmsKeyId: k}
                """);

        assertThat(NagRun.of("-i", path("failed.yaml"), "-p", profile).status()).isZero();
        assertThat(NagRun.of("-i", path("failed.yaml"), "-e", denyList).status())
                .isZero();
        assertThat(NagRun.of("-i", path("failed.yaml"), "--blacklist-path", denyList)
                        .status())
                .isZero();
        assertThat(NagRun.of("-i", template).status()).isZero();
        assertThat(NagRun.of("-i", template, "-c", conditions).status()).isZero();
        assertThat(NagRun.of("-i", template, "-c", conditions, "-a", parameters).status())
                .isEqualTo(1);
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-r",
                "--rule-directory",
                "-u",
                "--rule-repository",
                "-m",
                "--rule-arguments",
                "-h",
                "--rule-arguments-path"
            })
    void rulesInRubyAreRefused(String option) throws InterruptedException {
        NagRun run = NagRun.of("-i", path("clean.yaml"), option, "x");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(option + " is for rules in Ruby").contains("--rules-file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense | There is no option --nonsense.",
                "--no-nonsense | There is no option --no-nonsense.",
                "--no-input-path | There is no option --no-input-path.",
                "-x | There is no option -x.",
                "-fx | There is no option -x.",
                "--debug=yes | --debug takes no value.",
                "-o | -o needs a value: -o FORMAT.",
                "-t ( -t a | -t is given more than once.",
                "-t ( | The --template-pattern is not a regular expression: Unclosed group near position 1 of (.",
                "-p nowhere | There is no file nowhere: correct --profile-path.",
                "nowhere | There is no file or folder nowhere: correct --input-path."
            })
    void aWrongCommandLineIsToldInASentence(String arguments, String sentence) throws InterruptedException {
        NagRun run = NagRun.of(("-i " + path("clean.yaml") + " " + arguments).split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(sentence).endsWith("Try: lab/run nag --help" + System.lineSeparator());
    }

    @Test
    void anInputMustBeNamed() throws InterruptedException {
        assertThat(NagRun.of("-o", "json").err()).startsWith("Name a template or a folder of templates");
    }

    @Test
    void aNameThatLooksLikeAnOptionStandsBehindTwoDashes() throws InterruptedException {
        assertThat(NagRun.of("--", "-nowhere").err()).startsWith("There is no file or folder -nowhere");
    }

    @Test
    void debugTellsWhatWasDone() throws InterruptedException {
        assertThat(NagRun.of("-i", path("clean.yaml"), "-d", "-s").err()).startsWith("Read and checked 1 files in ");
    }

    @Test
    void helpNamesEveryOption() throws InterruptedException {
        String help = NagRun.of("--help").out();

        for (NagOption option : NagOption.values()) {
            assertThat(help).contains(option.names());
        }
        assertThat(NagRun.of("-v").out()).hasLineCount(1);
    }

    @Test
    void rulesAreListedInThreeFormats() throws IOException, InterruptedException {
        assertThat(NagRun.of("rules").out()).hasLineCount(166).startsWith("FAIL F1 ");
        assertThat(NagRun.of("rules", "-o", "md").out()).contains("| F1 | FAIL | [AWS::EC2::Volume](https://");
        JsonNode rules = json(NagRun.of("rules", "-o", "json"));
        assertThat(rules).hasSize(166).allSatisfy(rule -> assertThat(rule).hasSize(8));
        assertThat(NagRun.of("rules", "-o", "csv").err()).startsWith("There is no list of rules as csv");
        assertThat(NagRun.of("rules", "x").err()).startsWith("rules takes no path, but x is given.");
    }

    private static JsonNode json(NagRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void strictPacksAndOwnRulesFindMore() throws Exception {
        Files.writeString(folder.resolve("model.yaml"), """
            Resources:
              M: {Type: AWS::SageMaker::Model, Properties: {ModelName: app}}
              B: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: !Ref AWS::NoValue}}
            """);
        Files.writeString(folder.resolve("rules.yaml"), """
            - {id: T1, type: FAIL, message: No versions., resourceType: 'AWS::S3::*', property: Versions, predicate: absent}
            """);

        assertThat(NagRun.of("-i", path("model.yaml"), "-o", "txt").out()).doesNotContain("W41", "SM5", "T1 ");
        NagRun run = NagRun.of(
                "-i",
                path("model.yaml"),
                "-o",
                "txt",
                "--strict",
                "--pack",
                "sagemaker",
                "--rules-file",
                path("rules.yaml"));
        assertThat(run.out()).contains("WARN W41", "WARN SM5", "FAIL T1  No versions.");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void aMistakeInARulesFileIsToldWithItsLine() throws Exception {
        Files.writeString(folder.resolve("rules.yaml"), "- {id: W35}\n");

        NagRun run = NagRun.of("-i", path("clean.yaml"), "--rules-file", path("rules.yaml"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("rules.yaml:1: the id W35 is taken");
        assertThat(NagRun.of("-i", path("clean.yaml"), "--pack", "x").err())
                .contains("There is no pack of rules called 'x'; there is: sagemaker.");
    }
}
