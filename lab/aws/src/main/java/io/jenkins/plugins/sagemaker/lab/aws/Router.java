package io.jenkins.plugins.sagemaker.lab.aws;

import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the service that a request means. On AWS each service has its own host; here all share one, so the signature,
 * the {@code X-Amz-Target} header, the form and the path must tell.
 */
final class Router {

    private static final Map<String, String> TARGETS = Map.of(
            "SageMaker",
            "sagemaker",
            "Logs_20140328",
            "logs",
            "TrentService",
            "kms",
            "AmazonSQS",
            "sqs",
            "AWSEvents",
            "events");

    /** API versions, which alone identify the service of an unsigned query request. */
    private static final Map<String, String> VERSIONS = Map.of(
            "2011-06-15",
            "sts",
            "2010-05-15",
            "cloudformation",
            "2010-05-08",
            "iam",
            "2010-03-31",
            "sns",
            "2012-11-05",
            "sqs");

    private static final Pattern INVOCATION =
            Pattern.compile("/endpoints/[^/]+/(invocations|async-invocations|invocations-response-stream)");

    private final List<Service> services;

    Router(List<Service> services) {
        this.services = List.copyOf(services);
    }

    Route route(Incoming request, Optional<CredentialScope> scope) {
        String signed = scope.map(CredentialScope::service).orElse("");
        String target = request.header("x-amz-target");
        if (target != null) {
            int dot = target.lastIndexOf('.');
            String name = TARGETS.getOrDefault(target.substring(0, Math.max(0, dot)), signed);
            return to(name, Protocol.JSON, target.substring(dot + 1));
        }
        if (!signed.equals("s3") && INVOCATION.matcher(request.path()).matches()) {
            return new Route(
                    "sagemaker",
                    Protocol.REST_JSON,
                    "",
                    services.stream()
                            .filter(s -> s.protocol() == Protocol.REST_JSON)
                            .findFirst());
        }
        List<String> action = request.parameters().get("Action");
        if (action != null && !signed.equals("s3")) {
            List<String> version = request.parameters().getOrDefault("Version", List.of(""));
            return to(
                    signed.isEmpty() ? VERSIONS.getOrDefault(version.get(0), "") : signed,
                    Protocol.QUERY,
                    action.get(0));
        }
        return signed.isEmpty() ? to("s3", Protocol.REST_XML, "") : rest(signed);
    }

    private Route rest(String name) {
        return services.stream()
                .filter(service -> service.signingName().equals(name))
                .findFirst()
                .map(service -> new Route(name, service.protocol(), "", Optional.of(service)))
                .orElseGet(() -> to(name, Protocol.REST_JSON, ""));
    }

    private Route to(String name, Protocol protocol, String operation) {
        return new Route(name, protocol, operation, find(name, protocol));
    }

    /** The service with this signing name and protocol. SageMaker and its Runtime share a name. */
    Optional<Service> find(String name, Protocol protocol) {
        return services.stream()
                .filter(service -> service.signingName().equals(name) && service.protocol() == protocol)
                .findFirst();
    }

    /** The service that an in-process call means: one with a name for its operation is not a REST call. */
    Service find(Call call) throws AwsError {
        boolean rest = call.operation().isEmpty();
        return services.stream()
                .filter(service -> service.signingName().equals(call.service()))
                .filter(service ->
                        rest == (service.protocol() == Protocol.REST_JSON || service.protocol() == Protocol.REST_XML))
                .findFirst()
                .orElseThrow(() -> unknown(call.service()));
    }

    AwsError unknown(String name) {
        var names = new TreeSet<String>();
        services.forEach(service -> names.add(service.signingName()));
        return new AwsError(
                400,
                "UnknownOperationException",
                "The local AWS has no service '" + name + "'; it has " + String.join(", ", names) + ".");
    }
}
