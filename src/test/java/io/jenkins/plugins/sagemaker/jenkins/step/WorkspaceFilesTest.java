package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFilesTest {

    private static final VirtualChannel NO_CHANNEL = null;

    @TempDir
    Path folder;

    private Path workspace;

    @BeforeEach
    void makeFiles() throws IOException {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        Files.createDirectories(workspace.resolve("train/deep"));
        Files.createDirectories(workspace.resolve("store"));
        Files.writeString(workspace.resolve("train/a.csv"), "1");
        Files.writeString(workspace.resolve("train/deep/b.csv"), "22");
        Files.writeString(workspace.resolve("store/blob"), "333");
        Files.writeString(folder.resolve("secret"), "x");
    }

    private List<String> list(String path) throws Exception {
        return new Listing(path)
                .invoke(workspace.toFile(), NO_CHANNEL).stream()
                        .map(f -> f.path() + " " + f.source() + " " + f.size())
                        .toList();
    }

    private void link(String name, Path target) throws IOException {
        try {
            Files.createSymbolicLink(workspace.resolve(name), target);
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "links cannot be made here: " + e);
        }
    }

    @Test
    void aFolderIsListedWithAllBelowIt() throws Exception {
        assertThat(list("train")).containsExactly("a.csv train/a.csv 1", "deep/b.csv train/deep/b.csv 2");
    }

    @Test
    void aPatternIsListedFromItsFirstFolderWithAWildcard() throws Exception {
        assertThat(list("train/**/*.csv")).containsExactly("a.csv train/a.csv 1", "deep/b.csv train/deep/b.csv 2");
    }

    @Test
    void aFileIsListedByItsName() throws Exception {
        assertThat(new Listing("train/a.csv").invoke(workspace.toFile(), NO_CHANNEL))
                .containsExactly(new LocalFile(
                        "a.csv", "train/a.csv", 1, "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "train/**", "train/*.csv"})
    void aLinkIsListedByItsOwnName(String path) throws Exception {
        link("train/c.csv", workspace.resolve("store/blob"));

        assertThat(list(path)).contains("c.csv train/c.csv 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "train/**"})
    void aLinkedFolderIsListedLikeAnyOther(String path) throws Exception {
        link("train/more", workspace.resolve("store"));

        assertThat(list(path)).contains("more/blob train/more/blob 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "train/**"})
    void aLinkOutOfTheWorkspaceIsRefused(String path) throws Exception {
        link("train/c.csv", folder.resolve("secret"));

        assertThatThrownBy(() -> list(path))
                .isInstanceOf(WorkspaceFiles.Refused.class)
                .hasMessage("The path train/c.csv leads out of the workspace: give one below the current directory.");
    }

    @Test
    void aLinkedFolderOutsideIsNotEvenEntered() throws Exception {
        link("train/all", folder);

        assertThatThrownBy(() -> list("train")).hasMessageContaining("The path train/all leads out of the workspace");
    }

    @Test
    void aLinkThatLeadsNowhereIsNotLeftOutSilently() throws Exception {
        link("train/c.csv", workspace.resolve("store/none"));

        assertThatThrownBy(() -> list("train")).hasMessage("The link train/c.csv in the workspace leads nowhere.");
    }

    @Test
    void aLinkThatLeadsInACircleIsRefused() throws Exception {
        link("train/self", workspace.resolve("train"));

        assertThatThrownBy(() -> list("train"))
                .hasMessage("The link train/self in the workspace leads round in a circle.");
    }

    @Test
    void nothingIsListedWhereNothingIs() throws Exception {
        assertThat(list("nowhere")).isEmpty();
        assertThat(list("nowhere/**")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "train/../../secret", "out/new"})
    void aFileOutsideIsNeitherReadNorWritten(String path) throws Exception {
        link("out", folder);

        assertThatThrownBy(() -> new WorkspaceFiles.Reading(List.of(path), 10).invoke(workspace.toFile(), NO_CHANNEL))
                .isInstanceOf(WorkspaceFiles.Refused.class)
                .hasMessageContaining("leads out of the workspace");
        assertThatThrownBy(
                        () -> new WorkspaceFiles.Writing(path, new byte[] {1}).invoke(workspace.toFile(), NO_CHANNEL))
                .isInstanceOf(WorkspaceFiles.Refused.class)
                .hasMessageContaining("leads out of the workspace");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void whatIsWrittenCanBeReadAndFoldersAreMade() throws Exception {
        new WorkspaceFiles.Writing("reports/junit/x.xml", new byte[] {1, 2}).invoke(workspace.toFile(), NO_CHANNEL);

        assertThat(new WorkspaceFiles.Reading(List.of("reports/junit/x.xml"), 2)
                        .invoke(workspace.toFile(), NO_CHANNEL)
                        .get("reports/junit/x.xml"))
                .containsExactly(1, 2);
    }

    @Test
    void moreThanCanBeReadAtOnceIsRefused() {
        assertThatThrownBy(() -> new WorkspaceFiles.Reading(List.of("train/a.csv", "train/deep/b.csv"), 2)
                        .invoke(workspace.toFile(), NO_CHANNEL))
                .hasMessage("The file train/deep/b.csv is too large: at most 2 bytes can be read at once.");
    }
}
