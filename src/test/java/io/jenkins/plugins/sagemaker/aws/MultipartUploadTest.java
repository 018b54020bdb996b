package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.MultipartUpload.Sizes;
import io.jenkins.plugins.sagemaker.aws.S3Staging.Staged;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.aws.Workspace.Part;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files go in parts, and small ones in an archive. */
class MultipartUploadTest {

    private static final String BUCKET = "digits";
    private static final int MIB = 1024 * 1024;
    private static final Sizes SIZES = new Sizes(10 * MIB, 5 * MIB);
    private static final S3Location BELOW = new S3Location(BUCKET, "channels/train");

    @TempDir
    private Path folder;

    private LocalAws local;
    private LocalConnection connection;

    @BeforeEach
    void start() throws IOException {
        local = LocalAws.builder().speed(1000).start();
        local.objects().createBucket("123456789012", LocalConnection.REGION, BUCKET);
        connection = new LocalConnection(local, 1000, folder);
        byte[] large = new byte[12 * MIB + 17];
        new Random(1).nextBytes(large);
        Files.createDirectories(folder.resolve("data"));
        Files.write(folder.resolve("data/large.bin"), large);
        Files.writeString(folder.resolve("data/small.csv"), "1,2");
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    private Staged stage() throws Exception {
        return S3Staging.stage(connection.connect(), "channel train", "data", BELOW, SIZES);
    }

    private long parts() {
        return connection.workspace.uploads.stream()
                .filter(u -> u.part() != null)
                .count();
    }

    private int unfinished() throws Exception {
        return connection
                .connect()
                .s3()
                .listMultipartUploads(r -> r.bucket(BUCKET))
                .uploads()
                .size();
    }

    private void assertIsThere(Staged staged) throws IOException {
        byte[] large = Files.readAllBytes(folder.resolve("data/large.bin"));
        assertThat(local.objects().get(BUCKET, staged.location().key() + "/large.bin"))
                .hasValueSatisfying(o -> assertThat(o.content()).isEqualTo(large));
    }

    @Test
    void aLargeFileGoesInPartsAndIsNotSentTwice() throws Exception {
        Staged staged = stage();

        assertIsThere(staged);
        assertThat(parts()).isEqualTo(3);
        assertThat(connection.workspace.uploads)
                .extracting(u -> u.part())
                .contains(new Part(0, 5 * MIB), new Part(5 * MIB, 5 * MIB), new Part(10 * MIB, 2 * MIB + 17));
        assertThat(unfinished()).isZero();
        assertThat(stage().sent()).isZero();
        assertThat(parts()).isEqualTo(3);
    }

    @Test
    void whatWasCutOffIsGoneOnWithAndOnlyMissingPartsAreSent() throws Exception {
        local.faults(Faults.on("s3", "UploadPart").nth(3).error500());
        assertThatThrownBy(this::stage)
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
        assertThat(unfinished()).isEqualTo(1);

        Staged staged = stage();

        assertIsThere(staged);
        assertThat(parts()).isEqualTo(4);
        assertThat(unfinished()).isZero();
    }

    @Test
    void whatIsRefusedLeavesNoPartsBehind() throws Exception {
        local.faults(Faults.on("s3", "UploadPart").nth(2).accessDenied());

        assertThatThrownBy(this::stage)
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID));
        assertThat(unfinished()).isZero();
    }

    @Test
    void anotherBuildThatIsFasterWithTheSameFileIsNoHarm() throws Exception {
        local.faults(Faults.on("s3", "CompleteMultipartUpload").dropAfterEffect());

        Staged staged = null;
        while (staged == null) {
            try {
                staged = stage();
            } catch (RemoteException e) {
                assertThat(e.kind()).isEqualTo(Kind.TRANSIENT);
            }
        }
        assertIsThere(staged);
        assertThat(unfinished()).isZero();
    }

    @Test
    void whoMayNotListUploadsBeginsANewOne() throws Exception {
        local.faults(Faults.on("s3", "ListMultipartUploads").accessDenied());

        assertIsThere(stage());
    }

    @Test
    void aVeryLargeFileHasNoMorePartsThanS3Takes() {
        long size = 400L * 1024 * MIB;

        assertThat(size / Sizes.USUAL.partOf(size)).isLessThanOrEqualTo(10_000);
        assertThat(Sizes.USUAL.partOf(100L * MIB)).isEqualTo(32L * MIB);
    }

    @Test
    void anArchiveIsNamedByTheNamesAndContentsOfItsFiles() throws Exception {
        var entries = new TreeMap<String, LocalFile>();
        connection.workspace.list("data").forEach(f -> entries.put(f.path(), f));

        Staged first = S3Staging.archive(connection.connect(), "sourcedir.tar.gz", entries, BELOW);
        Staged second = S3Staging.archive(connection.connect(), "sourcedir.tar.gz", entries, BELOW);
        entries.put("other.csv", entries.remove("small.csv"));
        Staged renamed = S3Staging.archive(connection.connect(), "sourcedir.tar.gz", entries, BELOW);

        assertThat(List.of(first.sent(), second.sent(), renamed.sent())).containsExactly(1, 0, 1);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(renamed.location()).isNotEqualTo(first.location());
        assertThat(local.objects().get(BUCKET, first.location().key()))
                .hasValueSatisfying(o -> assertThat(new String(o.content(), StandardCharsets.UTF_8))
                        .isEqualTo("{large.bin=data/large.bin, small.csv=data/small.csv}"));
    }
}
