package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.S3Staging.Staged;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3StagingTest {

    private static final String BUCKET = "digits";
    private static final S3Location BELOW = new S3Location(BUCKET, "channels/train");

    @TempDir
    private Path folder;

    private LocalAws local;
    private LocalConnection connection;

    @BeforeEach
    void start() {
        local = LocalAws.builder().speed(1000).start();
        local.objects().createBucket("123456789012", LocalConnection.REGION, BUCKET);
        connection = new LocalConnection(local, 1000, folder);
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    @Test
    void theFilesOfAFolderLieBelowOnePrefixWithTheirPaths() throws Exception {
        file("data/a.csv", "1,2");
        file("data/0/große Bilder/b+c&d%20e?.txt", "x");
        file("data/empty", "");

        Staged staged = stage("data");

        assertThat(staged.files()).isEqualTo(3);
        assertThat(staged.bytes()).isEqualTo(4);
        assertThat(staged.sent()).isEqualTo(3);
        assertThat(staged.location().toString()).startsWith("s3://digits/channels/train/");
        assertThat(keys())
                .containsExactly(
                        staged.location().key() + "/0/große Bilder/b+c&d%20e?.txt",
                        staged.location().key() + "/a.csv",
                        staged.location().key() + "/empty");
        assertThat(local.objects().get(BUCKET, staged.location().key() + "/a.csv"))
                .hasValueSatisfying(o -> assertThat(o.content()).asString().isEqualTo("1,2"));
    }

    @Test
    void aSingleFileIsStagedUnderItsName() throws Exception {
        file("data/a.csv", "1,2");

        Staged staged = stage("data/a.csv");

        assertThat(keys()).containsExactly(staged.location().key() + "/a.csv");
    }

    @Test
    void unchangedDataIsNotSentAgain() throws Exception {
        file("data/a.csv", "1,2");
        file("data/b.csv", "3,4");
        Staged first = stage("data");
        Staged second = stage("data");

        assertThat(second.location()).isEqualTo(first.location());
        assertThat(second.sent()).isZero();
        assertThat(connection.workspace.uploads).hasSize(2);
    }

    @Test
    void dataThatHasChangedOrMovedLiesElsewhere() throws Exception {
        file("data/a.csv", "1,2");
        Staged first = stage("data");
        file("data/a.csv", "1,3");
        Staged changed = stage("data");
        Files.move(folder.resolve("data/a.csv"), folder.resolve("data/b.csv"));
        Staged moved = stage("data");

        assertThat(List.of(first.location(), changed.location(), moved.location()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aStagingThatWasCutOffIsCompleted() throws Exception {
        for (int i = 0; i < 10; i++) {
            file("data/" + i, "content " + i);
        }
        local.faults(Faults.on("s3", "PutObject").nth(6).accessDenied());
        assertThatThrownBy(() -> stage("data")).isInstanceOf(RemoteException.class);

        Staged staged = stage("data");

        assertThat(staged.files()).isEqualTo(10);
        assertThat(staged.sent()).isEqualTo(5);
        assertThat(keys()).hasSize(10);
    }

    @Test
    @Timeout(20)
    void hundredsOfFilesGoInBatches() throws Exception {
        for (int i = 0; i < 600; i++) {
            file("data/" + i % 10 + "/" + i + ".png", "picture " + i);
        }

        Staged staged = stage("data");

        assertThat(staged.sent()).isEqualTo(600);
        assertThat(keys()).hasSize(600);
        assertThat(stage("data").sent()).isZero();
    }

    @Test
    void largeFilesDoNotWaitForEachOtherUntilTheirSignaturesRunOut() throws Exception {
        long half = S3Staging.BATCH_BYTES / 2;
        var workspace = new ListedFiles(List.of(
                new LocalFile("a", "a", half, "00".repeat(32)),
                new LocalFile("b", "b", half + 1, "00".repeat(32)),
                new LocalFile("c", "c", half - 1, "00".repeat(32))));

        S3Staging.stage(with(workspace), "channel train", "data", BELOW, new MultipartUpload.Sizes(Long.MAX_VALUE, 1));

        assertThat(workspace.batches).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void aFileThatChangesWhileItIsSentIsSignedWithTheDigestThatS3Checks() throws Exception {
        file("data/a.csv", "1,2");
        stage("data");

        assertThat(connection.workspace.uploads.get(0).headers())
                .containsEntry(
                        "x-amz-checksum-sha256",
                        Base64.getEncoder()
                                .encodeToString(MessageDigest.getInstance("SHA-256")
                                        .digest("1,2".getBytes(StandardCharsets.UTF_8))))
                .doesNotContainKeys("host", "content-length");
    }

    @Test
    void aMissingPathIsASentenceThatNamesIt() {
        assertThatThrownBy(() -> stage("data/trian"))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessage(
                        "There is no file to upload for channel train: in the workspace, nothing is found at its path"
                                + " data/trian, or only empty folders.");
    }

    @Test
    void anEmptyFolderIsNoData() throws Exception {
        Files.createDirectories(folder.resolve("data/empty"));

        assertThatThrownBy(() -> stage("data")).hasMessageContaining("its path data, or only empty folders");
    }

    @Test
    void aMissingBucketIsASentence() throws Exception {
        file("data/a.csv", "1,2");

        assertThatThrownBy(() -> S3Staging.stage(
                        connection.connect(), "channel train", "data", new S3Location("nobody", "channels")))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessageStartingWith("There is no bucket nobody in S3 to upload channel train to: give another");
    }

    private Staged stage(String path) throws Exception {
        return S3Staging.stage(connection.connect(), "channel train", path, BELOW);
    }

    private List<String> keys() {
        return local.objects().list(BUCKET, "").stream().map(o -> o.key()).toList();
    }

    private void file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Aws with(Workspace workspace) throws Exception {
        Aws aws = connection.connect();
        return new FakeAws() {
            @Override
            public S3Client s3() {
                return aws.s3();
            }

            @Override
            public S3Presigner presigner() {
                return aws.presigner();
            }

            @Override
            public Workspace workspace() {
                return workspace;
            }
        };
    }

    /** Files too large to be there. */
    private static final class ListedFiles implements Workspace {
        private final List<LocalFile> files;
        private final List<List<String>> batches = new ArrayList<>();

        ListedFiles(List<LocalFile> files) {
            this.files = files;
        }

        @Override
        public List<LocalFile> list(String path) {
            return files;
        }

        @Override
        public Map<String, byte[]> read(List<String> paths, long limitBytes) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public void write(String path, byte[] content) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public void upload(List<Upload> uploads) {
            batches.add(uploads.stream().map(Upload::source).toList());
        }

        @Override
        public List<String> digests(LocalFile file, long partSize) {
            throw new AssertionError("nothing is sent in parts");
        }

        @Override
        public void uploadArchive(SortedMap<String, String> entries, Upload to) {
            throw new AssertionError("nothing is packed");
        }
    }
}
