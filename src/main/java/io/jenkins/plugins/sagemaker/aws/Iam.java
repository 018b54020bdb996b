package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** The one question to IAM: who may assume a role. No API plugin of Jenkins has the SDK's client of IAM. */
public final class Iam {

    private static final ServiceMetadata WHERE = ServiceMetadata.of("iam");

    private final SignedPost post;

    /** @param endpoint null for AWS's own: IAM has one for each partition, whatever the region */
    Iam(SdkHttpClient http, AwsCredentials credentials, Region region, URI endpoint) {
        Region global = Region.of(PartitionMetadata.of(region).id() + "-global");
        this.post = new SignedPost(
                http,
                credentials,
                "iam",
                WHERE.signingRegion(global).id(),
                endpoint == null ? URI.create("https://" + WHERE.endpointFor(global)) : endpoint);
    }

    /**
     * The trust policy of a role of the caller's account, as JSON.
     *
     * @param role its name, without path
     * @throws RemoteException of kind GONE if there is no such role; needs {@code iam:GetRole}
     */
    public String trustPolicy(String role) throws RemoteException, InterruptedException {
        return Aws.call("read the role " + role, () -> {
            String question =
                    "Action=GetRole&Version=2010-05-08&RoleName=" + URLEncoder.encode(role, StandardCharsets.UTF_8);
            var answer = post.send(
                    "application/x-www-form-urlencoded; charset=utf-8",
                    Map.of(),
                    question.getBytes(StandardCharsets.UTF_8));
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            if (!answer.isGood()) {
                throw answer.refusal(element("Code", body), element("Message", body));
            }
            String policy = element("AssumeRolePolicyDocument", body);
            if (policy.isEmpty()) {
                throw SdkClientException.create("The answer has no trust policy in it.");
            }
            return URLDecoder.decode(policy, StandardCharsets.UTF_8);
        });
    }

    /** The text of the first element of this name; empty if there is none. */
    private static String element(String name, String xml) {
        Matcher m = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return m.find() ? m.group(1).trim() : "";
    }
}
