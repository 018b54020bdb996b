package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of {@code AWS::Region} and its like.
 *
 * @param account 12 digits
 * @param region for example {@code us-east-1}
 * @param stackId ARN of the stack
 * @param stackName name of the stack
 * @param notificationArns topics that hear of the stack's events
 */
public record PseudoParameters(
        String account, String region, String stackId, String stackName, List<String> notificationArns) {

    static final String NO_VALUE = "AWS::NoValue";

    static final Set<String> NAMES = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    /** All of them by name, but for {@code AWS::NoValue}. */
    Map<String, Object> values() {
        boolean china = region.startsWith("cn-");
        String partition = china ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return Map.of(
                "AWS::AccountId", account,
                "AWS::NotificationARNs", List.copyOf(notificationArns),
                "AWS::Partition", partition,
                "AWS::Region", region,
                "AWS::StackId", stackId,
                "AWS::StackName", stackName,
                "AWS::URLSuffix", china ? "amazonaws.com.cn" : "amazonaws.com");
    }
}
