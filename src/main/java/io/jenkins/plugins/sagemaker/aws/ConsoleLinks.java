package io.jenkins.plugins.sagemaker.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the AWS console, by partition. */
public final class ConsoleLinks {

    private ConsoleLinks() {}

    public static String trainingJob(String region, String name) {
        return console(region, "sagemaker") + "#/jobs/" + encode(name);
    }

    public static String tuningJob(String region, String name) {
        return console(region, "sagemaker") + "#/hyper-tuning-jobs/" + encode(name);
    }

    public static String endpoint(String region, String name) {
        return console(region, "sagemaker") + "#/endpoints/" + encode(name);
    }

    public static String stack(String region, String stackId) {
        return console(region, "cloudformation") + "#/stacks/stackinfo?stackId=" + encode(stackId);
    }

    /** The log streams whose name begins with the prefix. */
    public static String logStreams(String region, String group, String streamPrefix) {
        return console(region, "cloudwatch") + "#logsV2:log-groups/log-group/" + twice(group)
                + "$3FlogStreamNameFilter$3D" + twice(streamPrefix);
    }

    private static String console(String region, String service) {
        String host = region.startsWith("cn-")
                ? "console.amazonaws.cn"
                : region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : region + ".console.aws.amazon.com";
        return "https://" + host + "/" + service + "/home?region=" + region;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The CloudWatch console wants the percent signs of an encoded name as dollar signs with 25. */
    private static String twice(String text) {
        return encode(text).replace("%", "$25");
    }
}
