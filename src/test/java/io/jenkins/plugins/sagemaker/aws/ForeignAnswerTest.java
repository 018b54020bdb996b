package io.jenkins.plugins.sagemaker.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.sagemaker.aws.ClientFactory.Proxy;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.operation.Scheduler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** What stands between a controller and AWS may answer in AWS's place. */
class ForeignAnswerTest {

    private final ClientFactory factory = new ClientFactory(new Now(), 1000, Proxy.NONE);
    private HttpServer server;
    private int status = 200;
    private String body = "<!doctype html><html><body>Please log in<br></body></html>";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        factory.close();
        server.stop(0);
    }

    @Test
    void aPageInsteadOfAnAnswerPasses() {
        isUnreadable(clients().sageMaker()::listTrainingJobs);
        isUnreadable(clients().cloudFormation()::describeStacks);
    }

    @Test
    void anAnswerWithValuesOfAnotherKindPasses() {
        body = "{\"TrainingJobSummaries\": [{\"CreationTime\": \"2026-03-01 12:00:00\"}]}";

        isUnreadable(clients().sageMaker()::listTrainingJobs);
    }

    @Test
    void anErrorWithoutWordsIsOneSentence() {
        status = 500;

        assertThat(failure(clients().sageMaker()::listTrainingJobs))
                .hasMessage("Could not look: the answer gives no reason (HTTP 500)");
        assertThat(failure(clients().cloudFormation()::describeStacks))
                .hasMessage("Could not look: the answer gives no reason (HTTP 500)");
    }

    private static void isUnreadable(Callable<?> call) {
        var e = failure(call);

        assertThat(e)
                .hasMessageStartingWith(
                        "Could not look: the answer cannot be read, so it may not be from AWS but from a proxy");
        assertThat(e.kind()).isEqualTo(Kind.TRANSIENT);
    }

    private static RemoteException failure(Callable<?> call) {
        return catchThrowableOfType(RemoteException.class, () -> Aws.call("look", call));
    }

    private Clients clients() {
        return factory.clients(new ClientFactory.Key(
                AwsBasicCredentials.create("a", "secret"),
                "eu-central-1",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
    }

    private static final class Now implements Scheduler {
        @Override
        public void after(Duration delay, Runnable task) {
            throw new AssertionError("a call schedules nothing");
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration duration) {
            throw new AssertionError("so few calls wait for nothing");
        }
    }
}
