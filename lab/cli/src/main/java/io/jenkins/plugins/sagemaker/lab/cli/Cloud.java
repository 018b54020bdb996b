package io.jenkins.plugins.sagemaker.lab.cli;

import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;

/** The AWS that a run works with: one of its own in this process, the real one, or another one at some address. */
public final class Cloud implements AutoCloseable {

    private static final String LOCAL_REGION = "eu-central-1";
    private static final String LOCAL_KEY = "lab";

    private final String kind;
    private final URI endpoint;
    private final String region;
    private final double speed;
    private final LocalAws local;
    private final Map<String, String> environment;

    private Cloud(
            String kind, URI endpoint, String region, double speed, LocalAws local, Map<String, String> environment) {
        this.kind = kind;
        this.endpoint = endpoint;
        this.region = region;
        this.speed = speed;
        this.local = local;
        this.environment = new LinkedHashMap<>(environment);
    }

    /**
     * A fresh local AWS, with the foundation stack in it; faults begin after that.
     *
     * @param programs whether training jobs may run programs of the user
     */
    static Cloud local(double speed, Faults faults, boolean programs) throws InterruptedException {
        LocalAws aws = LocalAws.builder().speed(speed).programs(programs).start();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
        environment.put("AWS_REGION", LOCAL_REGION);
        environment.put("AWS_DEFAULT_REGION", LOCAL_REGION); // what version 1 of the AWS CLI reads
        environment.put("AWS_ACCESS_KEY_ID", LOCAL_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", LOCAL_KEY);
        var cloud = new Cloud("local", aws.endpoint(), LOCAL_REGION, speed, aws, environment);
        cloud.environment.putAll(Foundation.in(cloud));
        aws.forgetRequests();
        aws.faults(faults);
        return cloud;
    }

    /** The real AWS, with the identity and region of whoever runs the lab. */
    static Cloud real(Map<String, String> env) {
        return new Cloud("real", null, region(env), 1, null, Map.of());
    }

    /** Whatever speaks AWS's protocols there; its time and that of the steps run at the given speed. */
    static Cloud at(URI endpoint, double speed, Map<String, String> env) {
        if (endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "--aws takes local, real, or a URL such as http://127.0.0.1:4566, not " + endpoint);
        }
        return new Cloud(
                endpoint.toString(),
                endpoint,
                region(env),
                speed,
                null,
                Map.of("AWS_ENDPOINT_URL", endpoint.toString()));
    }

    private static String region(Map<String, String> env) {
        String region = env.getOrDefault("AWS_REGION", System.getenv("AWS_REGION"));
        if (region == null || region.isBlank()) {
            throw new IllegalArgumentException("No region is known: set AWS_REGION, or give --env AWS_REGION=...");
        }
        return region;
    }

    public String kind() {
        return kind;
    }

    /** Null for AWS's own addresses. */
    public URI endpoint() {
        return endpoint;
    }

    public String region() {
        return region;
    }

    /** Seconds of AWS's time in one of ours. */
    public double speed() {
        return speed;
    }

    /** What a build has in its environment to find this AWS. */
    Map<String, String> environment() {
        return environment;
    }

    /** Whether the builds find credentials in their environment. */
    boolean hasOwnCredentials() {
        return local != null;
    }

    /** What reached the local AWS; empty for another. */
    public List<RecordedRequest> requests() {
        return local == null ? List.of() : local.requests();
    }

    /** No faults any more: what comes now is the report. */
    void calm() {
        if (local != null) {
            local.faults(Faults.none());
        }
    }

    /** Makes a client for this AWS. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials())
                .httpClientBuilder(ApacheHttpClient.builder());
        return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
    }

    private AwsCredentialsProvider credentials() {
        return local == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(LOCAL_KEY, LOCAL_KEY));
    }

    @Override
    public void close() {
        if (local != null) {
            local.close();
        }
    }
}
