package io.jenkins.plugins.sagemaker.lab.aws;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends what no SDK would. */
public final class RawClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    public RawClient(LocalAws aws) {
        endpoint = aws.endpoint();
    }

    /** An Authorization header with a credential scope in eu-central-1 and no true signature. */
    public static String scope(String service) {
        return "AWS4-HMAC-SHA256 Credential=AKIALOCAL/20260101/eu-central-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=00";
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : endpoint + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
