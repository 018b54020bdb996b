package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFilesTest {
    private static final Pattern PATTERN = Pattern.compile(TemplateFiles.DEFAULT_PATTERN);

    @TempDir
    private Path directory;

    @Test
    void walksADirectorySortedAndFiltered() throws IOException {
        for (String name :
                List.of("b.yaml", "a/z.json", "a/.hidden.yaml", ".git/x.yaml", "c.yaml.bak", "d.YAML", "e.txt")) {
            write("cfn/" + name);
        }

        assertThat(names(TemplateFiles.within(directory, PATTERN).find("cfn")))
                .containsExactly("cfn/a/z.json", "cfn/b.yaml", "cfn/c.yaml.bak");
    }

    @Test
    void takesAFileWhateverItsName() throws IOException {
        write("template.txt");

        assertThat(names(TemplateFiles.within(directory, PATTERN).find("template.txt")))
                .containsExactly("template.txt");
    }

    @Test
    void aDirectoryWhoseNameMatchesIsNoTemplate() throws IOException {
        write("cfn/d.yaml/readme.md");

        // The pattern looks at the whole path, so what lies below such a directory matches too.
        assertThat(names(TemplateFiles.within(directory, PATTERN).find("cfn"))).containsExactly("cfn/d.yaml/readme.md");
    }

    @Test
    void refusesWhatLiesOutside() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path workspace = Files.createDirectory(directory.resolve("workspace"));
        Files.writeString(outside.resolve("x.yaml"), "");
        Files.createSymbolicLink(workspace.resolve("link"), outside);
        Files.createSymbolicLink(workspace.resolve("x.yaml"), outside.resolve("x.yaml"));
        TemplateFiles files = TemplateFiles.within(workspace, PATTERN);

        for (String path : List.of("../outside", "link", "x.yaml", outside.toString())) {
            assertThatThrownBy(() -> files.find(path))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("outside");
        }
        assertThat(files.find(".")).isEmpty();
    }

    @Test
    void linksToFilesInsideAreFollowedAndThoseToFoldersOrNowhereAreNot() throws IOException {
        write("other/x.txt");
        Path folder = Files.createDirectory(directory.resolve("cfn"));
        Files.createSymbolicLink(folder.resolve("file.yaml"), directory.resolve("other/x.txt"));
        Files.createSymbolicLink(folder.resolve("folder.yaml"), directory.resolve("other"));
        Files.createSymbolicLink(folder.resolve("nowhere.yaml"), directory.resolve("gone"));

        assertThat(names(TemplateFiles.within(directory, PATTERN).find("cfn"))).containsExactly("cfn/file.yaml");
    }

    @Test
    void theCommandLineMayLookOutside() throws IOException {
        write("other/x.yaml");
        Path folder = Files.createDirectory(directory.resolve("cfn"));
        Files.createSymbolicLink(folder.resolve("link.yaml"), directory.resolve("other/x.yaml"));
        TemplateFiles files = TemplateFiles.from(folder, PATTERN);

        assertThat(names(files.find("../other"))).containsExactly("../other/x.yaml");
        assertThat(names(files.find(""))).containsExactly("./link.yaml");
    }

    @Test
    void saysWhenThereIsNothing() throws IOException {
        TemplateFiles files = TemplateFiles.within(directory, PATTERN);

        assertThatThrownBy(() -> files.find("nowhere"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aFileThatIsNotUtf8IsFatal() throws IOException, InterruptedException {
        Files.write(directory.resolve("x.yaml"), "a: \u00e4".getBytes(StandardCharsets.ISO_8859_1));

        var report = new Linter(LintOptions.DEFAULT)
                .lint(TemplateFiles.within(directory, PATTERN).find("."));

        assertThat(report.fatalCount()).isEqualTo(1);
        assertThat(report.files().get(0).violations().get(0).message()).contains("UTF-8");
    }

    @Test
    void aReplacementCharacterMayStandInAFile() throws IOException {
        write("x.yaml");
        Files.writeString(directory.resolve("x.yaml"), "Resources: {A: {Type: AWS::SNS::Topic, D: \ufffd}}");

        assertThat(new Verdicts(new Linter(LintOptions.DEFAULT)
                                .lint(TemplateSource.read("x", directory.resolve("x.yaml"))))
                        .all())
                .containsExactly("W47 A");
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenRead() throws IOException {
        Path file = directory.resolve("x.yaml");
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(6_000_000).write(ByteBuffer.wrap(new byte[1]));
        }

        assertThat(TemplateSource.read("x", file).problem())
                .isEqualTo("The file has 6000001 bytes, too many for a template.");
    }

    private void write(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private static List<String> names(List<TemplateFile> files) {
        return files.stream().map(TemplateFile::name).toList();
    }
}
