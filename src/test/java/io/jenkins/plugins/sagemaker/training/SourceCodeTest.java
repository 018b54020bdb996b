package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.FolderWorkspace;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of a user's own. */
class SourceCodeTest {

    @TempDir
    private Path folder;

    private final Aws aws = new FakeAws() {
        @Override
        public Workspace workspace() {
            return new FolderWorkspace(folder);
        }
    };

    @BeforeEach
    void write() throws IOException {
        for (String file : List.of("code/train.py", "code/lib/net.py", "code/.git/HEAD", "shared/io.py", "util.py")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), file);
        }
    }

    private Set<String> entries(String sourceDir, String entryPoint, String... dependencies) throws Exception {
        return new SourceCode(sourceDir, entryPoint, List.of(dependencies))
                .entries(aws)
                .keySet();
    }

    @Test
    void aFolderIsPackedWithWhatItDependsOnBeside() throws Exception {
        assertThat(entries("code", "train.py")).containsExactly("lib/net.py", "train.py");
        assertThat(entries("code", "lib/net.py", "shared/", "util.py"))
                .containsExactly("lib/net.py", "shared/io.py", "train.py", "util.py");
    }

    @Test
    void aFileCanBeAllThereIs() throws Exception {
        assertThat(entries(null, "code/train.py")).containsExactly("train.py");
        assertThat(new SourceCode(null, "code/train.py", List.of()).program()).isEqualTo("train.py");
    }

    @Test
    void anEntryPointThatIsNotThereIsASentence() {
        assertThatThrownBy(() -> entries("code", "trian.py"))
                .hasMessage("There is no entryPoint trian.py in the sourceDir code: did you mean train.py?");
        assertThatThrownBy(() -> entries("cod", "train.py"))
                .hasMessage("There is no folder cod in the workspace, from which the entryPoint could be run.");
        assertThatThrownBy(() -> entries(null, "train.py"))
                .hasMessage("There is no file train.py in the workspace, from which the entryPoint could be run.");
    }

    @Test
    void aDependencyThatIsNotThereOrInTheWayIsASentence() throws Exception {
        assertThatThrownBy(() -> entries("code", "train.py", "nowhere"))
                .hasMessage("There is nothing at nowhere in the workspace, which dependencies names.");
        Files.writeString(folder.resolve("train.py"), "");
        assertThatThrownBy(() -> entries("code", "train.py", "train.py"))
                .hasMessage("The dependency train.py brings a file train.py, which the source code has already:"
                        + " rename one of them.");
    }

    @Test
    void containersFindTheProgramByHyperparametersThatAreJson() {
        var definition = TrainingDefinition.of(RequestDocument.of(Definitions.document())
                        .put("HyperParameters", Map.of("epochs", "3"))
                        .members())
                .withCode(new SourceCode("code", "train.py", List.of()));

        var document = definition
                .resolved(
                        Prepared.NOTHING.staged(ScriptMode.STAGED, "s3://b/source/1/sourcedir.tar.gz"),
                        "eu-central-1",
                        null)
                .document();

        assertThat(document.get("HyperParameters"))
                .isEqualTo(Map.of(
                        "epochs",
                        "3",
                        "sagemaker_program",
                        "\"train.py\"",
                        "sagemaker_submit_directory",
                        "\"s3://b/source/1/sourcedir.tar.gz\"",
                        "sagemaker_container_log_level",
                        "20",
                        "sagemaker_region",
                        "\"eu-central-1\""));
    }

    @Test
    void codeThatIsInS3IsTakenFromThere() {
        var code = new SourceCode("s3://b/code.tar.gz", "train.py", List.of());
        var document = Definitions.least().withCode(code).resolved(Prepared.NOTHING, "eu-central-1", null);

        assertThat(code.isInS3()).isTrue();
        assertThat(document.document().get("HyperParameters").toString()).contains("\"s3://b/code.tar.gz\"");
    }
}
