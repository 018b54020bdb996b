package io.jenkins.plugins.sagemaker.lab.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients rely on below the protocols: one connection for many requests, with nothing left over between them. */
class HttpConnectionTest {

    @AutoClose
    private final LocalAws aws = LocalAws.builder().start();

    @AutoClose
    private final Socket socket = connect(aws);

    private final BufferedReader in = reader(socket);

    private static Socket connect(LocalAws aws) {
        try {
            var socket =
                    new Socket(InetAddress.getLoopbackAddress(), aws.endpoint().getPort());
            socket.setSoTimeout(10_000);
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedReader reader(Socket socket) {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void fill() {
        aws.objects().createBucket("123456789012", "eu-central-1", "bucket");
        aws.objects().put("bucket", "key", "content".getBytes(ISO_8859_1), Map.of());
    }

    private void send(String requestLine, String... more) throws IOException {
        var request = new StringBuilder(requestLine).append("\r\nHost: localhost\r\nAuthorization: ");
        request.append(RawClient.scope("s3")).append("\r\n");
        for (String header : more) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    private String answer(boolean withBody) throws IOException {
        String status = in.readLine();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        var body = new StringBuilder();
        for (int i = 0; withBody && i < length; i++) {
            body.append((char) in.read());
        }
        return status + " " + length + " " + body;
    }

    @Test
    void oneConnectionServesRequestsOfAllKinds() throws IOException {
        send("HEAD /bucket/key HTTP/1.1");
        assertThat(answer(false)).isEqualTo("HTTP/1.1 200 OK 7 ");
        send("HEAD /bucket/none HTTP/1.1");
        assertThat(answer(false)).startsWith("HTTP/1.1 404 ");
        send("DELETE /bucket/none HTTP/1.1");
        assertThat(answer(true)).startsWith("HTTP/1.1 204 ");
        send("GET /bucket/none HTTP/1.1");
        assertThat(answer(true)).contains("NoSuchKey");
        send("GET /bucket/key HTTP/1.1");
        assertThat(answer(true)).isEqualTo("HTTP/1.1 200 OK 7 content");
    }

    @Test
    void aBodyIsAskedForBeforeItIsSent() throws IOException {
        send("PUT /bucket/new HTTP/1.1", "Expect: 100-continue", "Content-Length: 3");
        assertThat(answer(false)).startsWith("HTTP/1.1 100 Continue");
        socket.getOutputStream().write("abc".getBytes(ISO_8859_1));

        assertThat(answer(true)).startsWith("HTTP/1.1 200 ");
        assertThat(aws.objects().get("bucket", "new").orElseThrow().content())
                .asString(ISO_8859_1)
                .isEqualTo("abc");
    }

    @Test
    void theBodyOfARefusedRequestDoesNotDisturbTheNext() throws IOException {
        send("PUT /absent/key HTTP/1.1", "Content-Length: 200000");
        socket.getOutputStream().write(new byte[200_000]);
        assertThat(answer(true)).contains("NoSuchBucket");

        send("GET /bucket/key HTTP/1.1");
        assertThat(answer(true)).endsWith("content");
    }

    @Test
    void theBucketMayStandInTheHostName() throws IOException {
        socket.getOutputStream()
                .write(("GET /key HTTP/1.1\r\nHost: bucket.localhost:4566\r\nAuthorization: " + RawClient.scope("s3")
                                + "\r\n\r\n")
                        .getBytes(ISO_8859_1));

        assertThat(answer(true)).endsWith("content");
    }

    @Test
    void aRequestOnAKeptConnectionIsNotHeldBack() throws IOException {
        // Nagle's algorithm against delayed acknowledgements costs 40 ms a request: 8 s for these.
        Instant start = Instant.now();
        for (int i = 0; i < 200; i++) {
            send("GET /bucket/key HTTP/1.1");
            assertThat(answer(true)).endsWith("content");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
}
