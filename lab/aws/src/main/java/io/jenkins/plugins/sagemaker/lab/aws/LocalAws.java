package io.jenkins.plugins.sagemaker.lab.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.CloudFormationServices;
import io.jenkins.plugins.sagemaker.lab.aws.events.EventBridge;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithms;
import io.jenkins.plugins.sagemaker.lab.aws.logs.InMemoryLogStore;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStore;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogsService;
import io.jenkins.plugins.sagemaker.lab.aws.s3.InMemoryObjectStore;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore;
import io.jenkins.plugins.sagemaker.lab.aws.s3.S3Service;
import io.jenkins.plugins.sagemaker.lab.aws.sagemaker.SageMakerServices;
import io.jenkins.plugins.sagemaker.lab.aws.script.Programs;
import io.jenkins.plugins.sagemaker.lab.aws.script.UserProgram;
import io.jenkins.plugins.sagemaker.lab.aws.sqs.Sqs;
import io.jenkins.plugins.sagemaker.lab.aws.sts.IssuedCredentials;
import io.jenkins.plugins.sagemaker.lab.aws.sts.StsService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * AWS on this machine, as far as the plugin and its users need it: S3, STS, CloudWatch Logs, SageMaker and its
 * Runtime, CloudFormation, IAM, SNS, SQS, EventBridge and KMS behind one address. State is kept in memory, per account and region where
 * AWS does so, and is gone with {@link #close}.
 *
 * <p>Any access key is welcome. One of 12 digits acts in that account, credentials from {@code AssumeRole} in the
 * role's, all others in {@code 123456789012}. Signatures are not verified, as secret keys are not known here; only the
 * credential scope is read.
 *
 * <p>Listens on 127.0.0.1 only. Tests own one each ({@code try (var aws = LocalAws.builder().start())}); starting takes
 * milliseconds.
 */
public final class LocalAws implements AutoCloseable {

    private static final int THREADS = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ThreadPoolExecutor pool;
    private final HttpFront front;
    private final Router router;
    private final RequestLog requests = new RequestLog();
    private final Timeline timeline;
    private final InMemoryObjectStore objects;
    private final InMemoryLogStore logs;

    /** @param programs whether training jobs may run programs that requests bring along */
    LocalAws(HttpServer server, Timeline timeline, Faults faults, boolean programs) {
        this.server = server;
        this.timeline = timeline;
        objects = new InMemoryObjectStore(timeline);
        logs = new InMemoryLogStore(timeline);
        var issued = new IssuedCredentials();
        var sqs = new Sqs(timeline);
        var events = new EventBridge(timeline, sqs);
        var surroundings = new Surroundings(timeline, this::dispatch, objects, logs, this::chance, events);
        List<Service> services = new ArrayList<>();
        services.add(new S3Service(objects, timeline));
        services.add(new LogsService(logs, timeline));
        services.add(new StsService(issued, timeline));
        var runner = new UserProgram(new Programs(programs, endpoint(), timeline));
        services.addAll(SageMakerServices.of(surroundings, Algorithms.builtIn().withPrograms(runner), true));
        services.addAll(CloudFormationServices.of(surroundings));
        services.addAll(sqs.services());
        services.add(events.service());
        router = new Router(services);
        front = new HttpFront(
                router, new Callers(issued, timeline, InstantSource.system()), timeline, requests, faults);
        pool = pool();
        server.createContext("/", front);
        server.setExecutor(pool);
        server.start();
    }

    public static LocalAwsBuilder builder() {
        return new LocalAwsBuilder();
    }

    /** The address for every client's endpoint override: {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * All requests over HTTP since the start or the last {@link #forgetRequests}, in the order in which they were
     * answered; at most a million.
     */
    public List<RecordedRequest> requests() {
        return requests.all();
    }

    /** Empties {@link #requests}. */
    public void forgetRequests() {
        requests.clear();
    }

    /** From now on these go wrong, and nothing else. */
    public void faults(Faults faults) {
        front.install(faults);
    }

    /** The content of S3, without faults. */
    public ObjectStore objects() {
        return objects;
    }

    /** The content of CloudWatch Logs, without faults. */
    public LogStore logs() {
        return logs;
    }

    public Timeline timeline() {
        return timeline;
    }

    /**
     * Calls a JSON service without HTTP, faults and record:
     * {@code invoke("sagemaker", "DescribeTrainingJob", "{...}")}, in the default account.
     *
     * @param body the request as JSON text
     * @return the answer; an empty object if the service answers nothing
     */
    public JsonNode invoke(String service, String operation, String region, String body) throws AwsError {
        Reply reply = dispatch(Call.json(service, operation, Callers.DEFAULT_ACCOUNT, region, body));
        try {
            return reply.body().length == 0
                    ? JSON.createObjectNode()
                    : JSON.readTree(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(service + " " + operation + " did not answer JSON.", e);
        }
    }

    /** Stops the server and time. Requests that are being answered lose their connection. */
    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
        timeline.close();
    }

    private Reply dispatch(Call call) throws AwsError {
        return router.find(call).handle(call);
    }

    private boolean chance(String kind, String subject) {
        return front.faults().chance(kind, subject);
    }

    /** Many threads, because a late answer and a slow model hold theirs; none of them for long without work. */
    private static ThreadPoolExecutor pool() {
        var count = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), runnable -> {
                    var thread = new Thread(runnable, "local-aws-http-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
