package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.ClientFactory.Proxy;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import io.jenkins.plugins.sagemaker.operation.Scheduler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

class ClientFactoryTest {

    private static final String ROLE = "arn:aws:iam::210987654321:role/trainer";

    private final LocalAws local = LocalAws.builder().start();
    private final Time time = new Time();
    private ClientFactory factory = new ClientFactory(time, 1000, Proxy.NONE);

    @AfterEach
    void stop() {
        factory.close();
        local.close();
    }

    @Test
    void buildsOfOneIdentityShareTheirClients() throws Exception {
        assertThat(connect("a", null).sageMaker()).isSameAs(connect("a", null).sageMaker());
        assertThat(connect("a", null).sageMaker())
                .isNotSameAs(connect("b", null).sageMaker());
    }

    @Test
    void clientsWithoutUseForAnHourAreLetGo() throws Exception {
        SageMakerClient before = connect("a", null).sageMaker();
        time.pause(Duration.ofMinutes(59));
        assertThat(connect("a", null).sageMaker()).isSameAs(before);
        time.pause(Duration.ofMinutes(61));

        assertThat(connect("a", null).sageMaker()).isNotSameAs(before);
    }

    @Test
    void thereAreAHundredSetsOfClientsAtMostAndThoseInUseStay() throws Exception {
        SageMakerClient used = connect("used", null).sageMaker();
        SageMakerClient unused = connect("unused", null).sageMaker();
        for (int i = 0; i < 150; i++) {
            time.pause(Duration.ofSeconds(1));
            connect("other " + i, null);
            connect("used", null);
        }

        assertThat(connect("used", null).sageMaker()).isSameAs(used);
        assertThat(connect("unused", null).sageMaker()).isNotSameAs(unused);
    }

    @Test
    void anAssumedRolesSessionIsSharedAndRenewedBeforeItExpires() throws Exception {
        Set<Object> sessions = new HashSet<>();
        for (int minute = 0; minute < 60; minute += 4) {
            sessions.add(connect("a", ROLE).sageMaker());
            time.pause(Duration.ofMinutes(4));
        }

        assertThat(count("AssumeRole")).isEqualTo(2);
        assertThat(sessions).hasSize(2);
        connect("a", ROLE).sageMaker().listTrainingJobs();
        assertThat(local.requests())
                .filteredOn(r -> r.operation().equals("ListTrainingJobs"))
                .extracting(RecordedRequest::account)
                .containsExactly("210987654321");
    }

    @Test
    void anotherSourceOfTheSameRoleIsAnotherSession() throws Exception {
        connect("a", ROLE);
        connect("b", ROLE);

        assertThat(count("AssumeRole")).isEqualTo(2);
    }

    @Test
    void aRoleThatMayNotBeAssumedIsDenied() {
        local.faults(Faults.on("sts", "AssumeRole").accessDenied());

        assertThatThrownBy(() -> connect("a", ROLE))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ACCESS_DENIED))
                .hasMessageStartingWith("Could not assume the role " + ROLE);
    }

    @Test
    void aControllersBudgetHoldsItsRequestsBackAndThenRefusesThem() throws Exception {
        var client = connect("a", null).sageMaker();
        time.frozen = true; // all this happens in one moment
        for (int i = 0; i < 40; i++) {
            client.listTrainingJobs();
        }

        assertThat(time.paused).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22)); // 0.1 s, 0.2 s, ... 2 s
        assertThatThrownBy(() -> Aws.call("list", client::listTrainingJobs))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.THROTTLED))
                .hasMessage(
                        "Could not list: this controller's own request budget for SageMaker in eu-central-1 is used up"
                                + " for the next 2 s");
        assertThat(local.requests()).hasSize(40);
    }

    @Test
    void throttlingThatARetryOvercomesLowersTheBudgetToo() throws Exception {
        var client = connect("a", null).sageMaker();
        for (int round = 0; round < 4; round++) {
            local.faults(Faults.on("sagemaker", "ListTrainingJobs").throttle());
            client.listTrainingJobs();
            time.pause(Duration.ofSeconds(2));
        }

        time.paused = Duration.ZERO;
        for (int i = 0; i < 5; i++) {
            client.listTrainingJobs();
        }
        assertThat(time.paused).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void droppedConnectionsAreTriedAgainAFewTimes() throws Exception {
        var client = connect("a", null).sageMaker();
        local.faults(Faults.on("sagemaker", "ListTrainingJobs").times(3).dropBeforeEffect());
        client.listTrainingJobs();

        local.faults(Faults.on("sagemaker", "ListTrainingJobs").always().dropBeforeEffect());
        local.forgetRequests();
        assertThatThrownBy(() -> Aws.call("list", client::listTrainingJobs))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
        assertThat(local.requests()).hasSize(4);
    }

    @Test
    void aCallOfAFactoryThatWasClosedMeanwhilePassesWithTheNextConnection() throws Exception {
        var client = connect("a", null).sageMaker();
        client.listTrainingJobs();
        factory.close();

        assertThatThrownBy(() -> Aws.call("list", client::listTrainingJobs))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
    }

    @Test
    void anInterruptedThreadDoesNotCall() throws Exception {
        var client = connect("a", null).sageMaker();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Aws.call("list", client::listTrainingJobs)).isInstanceOf(InterruptedException.class);
        Thread.interrupted();
        assertThat(count("ListTrainingJobs")).isZero();
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsForTheBudgetDoesNotCall() throws Exception {
        var client = connect("a", null).sageMaker();
        time.frozen = true;
        for (int i = 0; i < 20; i++) {
            client.listTrainingJobs();
        }
        time.interrupts = true;

        assertThatThrownBy(() -> Aws.call("list", client::listTrainingJobs)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(count("ListTrainingJobs")).isEqualTo(20);
    }

    @Test
    void aRegionThatIsNoneIsOneSentence() {
        assertThatThrownBy(() -> Aws.call(
                        "list",
                        () -> LiveAws.connect(
                                        factory,
                                        new LiveAws.Identity(
                                                AwsBasicCredentials.create("a", "b"),
                                                "eu central",
                                                null,
                                                null,
                                                null,
                                                "test"),
                                        null,
                                        Clock.systemUTC())
                                .sageMaker()
                                .listTrainingJobs()))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessageContaining("an invalid region configuration");
    }

    @Test
    void hostsThatAreExceptedAreReachedWithoutTheProxy() throws Exception {
        var proxy = new Proxy("127.0.0.1", 1, null, null, Set.of("*.internal", "127.*"));
        factory.close();
        factory = new ClientFactory(time, 1000, proxy);

        assertThat(connect("a", null).sageMaker().listTrainingJobs().trainingJobSummaries())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com, s3.example.com, true",
        "*.example.com, s3.examplescom, false",
        "LocalHost, localhost, true",
        "10.*, 10.0.0.1, true",
        "10.*, 100.0.0.1, false",
        "a(b, a(b, true"
    })
    void exceptionsFromTheProxyHaveStars(String exception, String host, boolean matches) {
        var proxy = new Proxy("proxy", 3128, "user", "secret", Set.of(exception));

        assertThat(proxy.exceptPatterns())
                .singleElement()
                .satisfies(pattern -> assertThat(host.matches(pattern)).isEqualTo(matches));
        assertThat(proxy.toString()).isEqualTo("proxy:3128");
    }

    private Aws connect(String key, String role) throws Exception {
        return LiveAws.connect(
                factory,
                new LiveAws.Identity(
                        AwsBasicCredentials.create(key, "secret"),
                        "eu-central-1",
                        URI.create(local.endpoint().toString()),
                        role,
                        null,
                        "jenkins-test"),
                null,
                Clock.systemUTC());
    }

    private long count(String operation) {
        return local.requests().stream()
                .filter(r -> r.operation().equals(operation))
                .count();
    }

    /** Time that passes only when it is waited for. */
    private static final class Time implements Scheduler {
        private Instant now = Instant.now();
        private Duration paused = Duration.ZERO;
        private boolean frozen;
        private boolean interrupts;

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public void after(Duration delay, Runnable task) {
            throw new AssertionError("a factory schedules nothing");
        }

        @Override
        public synchronized void pause(Duration duration) throws InterruptedException {
            if (interrupts) {
                throw new InterruptedException();
            }
            now = frozen ? now : now.plus(duration);
            paused = paused.plus(duration);
        }
    }
}
