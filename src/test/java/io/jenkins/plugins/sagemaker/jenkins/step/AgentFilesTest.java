package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.aws.Workspace.Part;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with files on an agent on their way to S3. */
class AgentFilesTest {

    @TempDir
    private Path folder;

    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private HttpServer s3;

    @BeforeEach
    void serve() throws IOException {
        s3 = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        s3.createContext("/", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(statuses.isEmpty() ? 200 : statuses.remove(0), -1);
            exchange.close();
        });
        s3.start();
    }

    @AfterEach
    void stop() {
        s3.stop(0);
    }

    private Upload upload(String source, Part part) {
        return new Upload(source, "http://127.0.0.1:" + s3.getAddress().getPort() + "/x", Map.of(), part);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void aPartIsSentAloneAndAgainIfS3HasTrouble() throws Exception {
        Files.writeString(folder.resolve("file"), "0123456789");
        statuses.add(503);

        new Uploading(List.of(upload("file", new Part(3, 4)))).invoke(folder.toFile(), null);

        assertThat(bodies)
                .hasSize(2)
                .allSatisfy(body -> assertThat(body).asString().isEqualTo("3456"));
    }

    @Test
    void aFileThatHasBecomeShorterIsRefused() throws Exception {
        Files.writeString(folder.resolve("file"), "0123456789");

        assertThatThrownBy(() -> new Uploading(List.of(upload("file", new Part(8, 4)))).invoke(folder.toFile(), null))
                .hasMessageStartingWith("The file file changed while it was sent");
        assertThat(bodies).isEmpty();
    }

    @Test
    void partsAreDigestedOneByOne() throws Exception {
        byte[] content = "x".repeat(150_000).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("file"), content);
        var file = new LocalFile("file", "file", content.length, sha256(content));

        assertThat(new PartDigests(file, 100_000).invoke(folder.toFile(), null))
                .containsExactly(sha256(Arrays.copyOf(content, 100_000)), sha256(Arrays.copyOf(content, 50_000)));
        assertThat(new PartDigests(file, 75_000).invoke(folder.toFile(), null)).hasSize(2);

        Files.writeString(folder.resolve("file"), "other");
        assertThatThrownBy(() -> new PartDigests(file, 100_000).invoke(folder.toFile(), null))
                .hasMessageStartingWith("The file file changed while it was sent");
    }

    @Test
    void anArchiveIsTheSameForTheSameFilesWhenever() throws Exception {
        Path file = folder.resolve("code/train.py");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "print('hi')");
        Path deep = folder.resolve("d".repeat(60)).resolve("e".repeat(60) + ".py");
        Files.createDirectories(deep.getParent());
        Files.writeString(deep, "");
        var entries = new TreeMap<>(Map.of(
                "train.py",
                "code/train.py",
                folder.relativize(deep).toString(),
                folder.relativize(deep).toString()));

        new Packing(entries, upload("sourcedir.tar.gz", null)).invoke(folder.toFile(), null);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        new Packing(entries, upload("sourcedir.tar.gz", null)).invoke(folder.toFile(), null);

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        assertThat(unpacked(bodies.get(0)))
                .isEqualTo(Map.of("train.py", "print('hi')", "d".repeat(60) + "/" + "e".repeat(60) + ".py", ""));
    }

    /** Names to contents; each header's checksum is compared. */
    private static Map<String, String> unpacked(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        var in = new DataInputStream(new ByteArrayInputStream(unzipped(archive)));
        String longName = null;
        for (byte[] header = in.readNBytes(512); header[0] != 0; header = in.readNBytes(512)) {
            int size = Integer.parseInt(field(header, 124, 11), 8);
            String content = new String(in.readNBytes(size), StandardCharsets.UTF_8);
            in.skipNBytes((512 - size % 512) % 512);
            int sum = Integer.parseInt(field(header, 148, 6), 8);
            Arrays.fill(header, 148, 156, (byte) ' ');
            int expected = 0;
            for (byte b : header) {
                expected += b & 0xff;
            }
            assertThat(sum).isEqualTo(expected);
            assertThat(field(header, 136, 11)).isEqualTo("00000000000");
            if (header[156] == 'x') {
                assertThat(Integer.parseInt(content.split(" ")[0])).isEqualTo(size);
                longName = content.substring(content.indexOf("path=") + 5, content.length() - 1);
            } else {
                files.put(longName == null ? field(header, 0, 100) : longName, content);
                longName = null;
            }
        }
        return files;
    }

    private static byte[] unzipped(byte[] archive) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            in.transferTo(out);
        }
        return out.toByteArray();
    }

    private static String field(byte[] header, int at, int length) {
        return new String(header, at, length, StandardCharsets.US_ASCII).replace("\0", "");
    }
}
