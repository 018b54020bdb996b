package io.jenkins.plugins.sagemaker.lab.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one door of the local AWS: takes each request in whole, finds its service, lets the faults strike, checks the
 * caller, and writes what the service answers.
 */
final class HttpFront implements HttpHandler {

    private static final Logger LOGGER = Logger.getLogger(HttpFront.class.getName());

    private final Router router;
    private final Callers callers;
    private final Timeline timeline;
    private final RequestLog requests;
    private volatile Installed faults;

    HttpFront(Router router, Callers callers, Timeline timeline, RequestLog requests, Faults faults) {
        this.router = router;
        this.callers = callers;
        this.timeline = timeline;
        this.requests = requests;
        install(faults);
    }

    private record Installed(Faults faults, Instant since) {}

    void install(Faults newFaults) {
        faults = new Installed(newFaults, timeline.now());
    }

    Faults faults() {
        return faults.faults();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = UUID.randomUUID().toString();
            Incoming request;
            try {
                request = RequestReader.read(exchange);
            } catch (AwsError e) {
                // Only S3 has bodies and paths that can be unreadable before the service is known.
                send(exchange, ErrorReplies.write(Protocol.REST_XML, "s3", e, id, "/"), Protocol.REST_XML, id);
                return;
            }
            answer(exchange, request, id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Incoming request, String id) throws IOException, InterruptedException {
        Optional<CredentialScope> scope = CredentialScope.of(request.headers(), request.query());
        Route route = router.route(request, scope);
        Caller caller = callers.of(scope);
        Call call = call(request, route, caller, id);
        String operation =
                route.service().map(service -> service.operationOf(call)).orElse(route.operation());
        Installed current = faults;
        List<Fault> struck = current.faults()
                .strike(new FaultRule.Target(
                        route.name(),
                        operation,
                        caller.account(),
                        caller.region(),
                        route.protocol(),
                        timeline.now(),
                        current.since()));
        for (Fault fault : struck) {
            TimeUnit.NANOSECONDS.sleep(fault.delay().toNanos());
        }
        Fault last = struck.isEmpty() ? null : struck.get(struck.size() - 1);
        Fault.Effect effect = last == null ? Fault.Effect.DELAY : last.effect();
        String name = last == null ? "" : last.name();
        var outcome = effect == Fault.Effect.DROP_BEFORE
                ? new Outcome(Reply.empty(0), "")
                : outcome(request, scope, route, call, effect == Fault.Effect.ANSWER ? last.error() : null);
        boolean dropped = effect == Fault.Effect.DROP_BEFORE || effect == Fault.Effect.DROP_AFTER;
        requests.add(new RecordedRequest(
                timeline.now(),
                route.name(),
                operation,
                caller.account(),
                caller.region(),
                dropped ? 0 : outcome.reply().status(),
                outcome.error(),
                name));
        if (!dropped) {
            send(exchange, outcome.reply(), route.protocol(), id);
        }
        // An exchange that is closed before anything was sent takes its connection with it.
    }

    private record Outcome(Reply reply, String error) {}

    private Outcome outcome(
            Incoming request, Optional<CredentialScope> scope, Route route, Call call, AwsError injected) {
        AwsError error;
        try {
            if (injected != null) {
                throw injected;
            }
            if (route.service().isEmpty()) {
                throw router.unknown(route.name());
            }
            callers.check(request, scope, route);
            return new Outcome(route.service().get().handle(call), "");
        } catch (AwsError e) {
            error = e;
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, e, () -> "The local AWS broke on " + route.name() + " " + call.operation());
            error = CommonErrors.internal(route.protocol());
        }
        return new Outcome(
                ErrorReplies.write(route.protocol(), route.name(), error, call.requestId(), request.path()),
                error.code());
    }

    private static Call call(Incoming request, Route route, Caller caller, String id) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.put(Call.REQUEST_ID, List.of(id));
        boolean s3 = route.protocol() == Protocol.REST_XML;
        return new Call(
                route.name(),
                route.operation(),
                caller.account(),
                caller.region(),
                request.method(),
                s3 ? VirtualHost.pathStyle(request.header("host"), request.path()) : request.path(),
                route.protocol() == Protocol.QUERY ? request.parameters() : request.query(),
                headers,
                request.body());
    }

    private static void send(HttpExchange exchange, Reply reply, Protocol protocol, String id) throws IOException {
        var headers = exchange.getResponseHeaders();
        reply.headers().forEach(headers::set);
        if (protocol == Protocol.REST_XML) {
            headers.set("x-amz-request-id", id);
            headers.set("x-amz-id-2", id);
            headers.set("Server", "AmazonS3");
        } else {
            headers.set("x-amzn-RequestId", id);
        }
        int status = reply.status();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head && !headers.containsKey("Content-Length")) {
            headers.set("Content-Length", Integer.toString(reply.body().length));
        }
        boolean empty = head || reply.body().length == 0 || status == 204 || status == 304;
        exchange.sendResponseHeaders(status, empty ? -1 : reply.body().length);
        if (!empty) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
