package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RequestBudget;
import io.jenkins.plugins.sagemaker.operation.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Makes the SDK's clients and shares them between builds: one set for each identity, region and endpoint, over one HTTP client, closed after an
 * hour without use, or when there are more than {@value #MOST} of them. The HTTP client is given explicitly, since the SDK's own discovery does not see across plugin class loaders.
 */
public final class ClientFactory implements AutoCloseable {

    static final int MOST = 100;
    private static final Duration IDLE = Duration.ofHours(1);

    /** With all its retries; a black hole in the network must not hold a thread for long. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final Scheduler scheduler;
    private final RequestBudget budget;
    private final double pauseScale;
    private final SdkHttpClient http;
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, ClientFactory::timer);
    private final Map<Key, Used> used = new HashMap<>();
    private final Map<AssumedRole, AssumedRole.Session> sessions = new HashMap<>();

    private record Used(Clients clients, Instant at) {}

    /**
     * What tells one set of clients from another.
     *
     * @param endpoint null for AWS's own
     */
    public record Key(AwsCredentials credentials, String region, URI endpoint) {

        Region awsRegion() {
            return Region.of(region);
        }

        /** All sessions of a role share their account's request budget, and so do the keys of which the SDK knows the account. */
        String account() {
            return credentials.accountId().orElse(credentials.accessKeyId());
        }

        AwsCredentialsProvider credentialsProvider() {
            return StaticCredentialsProvider.create(credentials);
        }
    }

    /**
     * A proxy between the controller and AWS; {@code host} null for none.
     *
     * @param exceptHosts reached without it; with {@code *} for any part of a name
     */
    public record Proxy(String host, int port, String user, String password, Set<String> exceptHosts) {
        public static final Proxy NONE = new Proxy(null, 0, null, null, Set.of());

        /** The SDK wants regular expressions, of names in lower case. */
        Set<String> exceptPatterns() {
            return exceptHosts.stream()
                    .map(host -> Pattern.quote(host.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q"))
                    .collect(Collectors.toSet());
        }

        /** Without the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * @param scheduler the time that the request budget and short pauses live in
     * @param pauseScale by how much shorter than usual the SDK's pauses before retries are; 1 in a controller, more in accelerated time
     */
    public ClientFactory(Scheduler scheduler, double pauseScale, Proxy proxy) {
        this.scheduler = scheduler;
        this.pauseScale = pauseScale;
        this.budget = new RequestBudget(scheduler::now);
        var builder = ApacheHttpClient.builder()
                .maxConnections(64)
                .connectionTimeout(Duration.ofSeconds(10))
                // A container may take 60 s for an answer; AWS advises to wait for 70.
                .socketTimeout(Duration.ofSeconds(70));
        if (proxy.host() != null) {
            builder.proxyConfiguration(ProxyConfiguration.builder()
                    .endpoint(URI.create("http://" + proxy.host() + ":" + proxy.port()))
                    .username(proxy.user())
                    .password(proxy.password())
                    .nonProxyHosts(proxy.exceptPatterns())
                    .build());
        }
        http = builder.build();
        timers.setRemoveOnCancelPolicy(true);
    }

    private static Thread timer(Runnable work) {
        var thread = new Thread(work, "SageMaker steps: time-outs of AWS calls");
        thread.setDaemon(true);
        return thread;
    }

    /** The clients for these credentials, region and endpoint. */
    synchronized Clients clients(Key key) {
        Instant now = scheduler.now();
        for (Iterator<Used> all = used.values().iterator(); all.hasNext(); ) {
            Used one = all.next();
            if (one.at().isBefore(now.minus(IDLE))) {
                one.clients().close();
                all.remove();
            }
        }
        Used found = used.remove(key);
        Clients clients = found == null ? new Clients(this, key) : found.clients();
        if (used.size() >= MOST) {
            var oldest = Collections.min(used.entrySet(), Map.Entry.comparingByValue(Comparator.comparing(Used::at)));
            oldest.getValue().clients().close();
            used.remove(oldest.getKey());
        }
        used.put(key, new Used(clients, now));
        return clients;
    }

    /** The session of an assumed role, renewed five minutes before it expires. */
    AwsCredentials session(AssumedRole role) {
        AssumedRole.Session session;
        synchronized (this) {
            sessions.values().removeIf(s -> s.expiresBefore(scheduler.now()));
            session = sessions.get(role);
        }
        if (session == null || session.expiresBefore(scheduler.now().plus(Duration.ofMinutes(5)))) {
            session = role.assume(clients(role.source()).sts());
            synchronized (this) {
                sessions.put(role, session);
            }
        }
        return session.credentials();
    }

    /** The connections that all clients share. */
    SdkHttpClient http() {
        return http;
    }

    /** A client of a control plane, held to the request budget. */
    <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B control(B builder, Key key, String family) {
        var budgetKey = new RequestBudget.Key(key.account(), key.region(), family);
        var interceptor = new BudgetInterceptor(budget, budgetKey, scheduler);
        return configure(builder, key)
                .overrideConfiguration(override(new ObservedRetries(retries(), interceptor::failed))
                        .apiCallTimeout(LONGEST_CALL)
                        .addExecutionInterceptor(interceptor)
                        .build());
    }

    /** A client of a data plane, whose request rates are AWS's business. */
    <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B data(B builder, Key key) {
        return configure(builder, key).overrideConfiguration(override(retries()).build());
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configure(B builder, Key key) {
        B configured = builder.httpClient(http).region(key.awsRegion()).credentialsProvider(key.credentialsProvider());
        return key.endpoint() == null ? configured : configured.endpointOverride(key.endpoint());
    }

    private ClientOverrideConfiguration.Builder override(RetryStrategy retries) {
        return ClientOverrideConfiguration.builder().retryStrategy(retries).scheduledExecutorService(timers);
    }

    /** Few, since an operation tries again by itself, without holding a thread. */
    private RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(4)
                .circuitBreakerEnabled(false)
                .backoffStrategy(BackoffStrategy.exponentialDelay(scaled(100), scaled(2_000)))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(scaled(500), scaled(5_000)))
                .build();
    }

    private Duration scaled(long millis) {
        return Duration.ofMillis(Math.max(1, (long) (millis / pauseScale)));
    }

    @Override
    public synchronized void close() {
        used.values().forEach(u -> u.clients().close());
        used.clear();
        http.close();
        timers.shutdown();
    }
}
