package io.jenkins.plugins.sagemaker.lab.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Whether a queue's policy lets EventBridge send. The local AWS enforces no other permission; without this one, rules on
 * AWS lose their events without a word, so that a template must have it.
 */
final class QueuePolicy {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QueuePolicy() {}

    /** @param policy the policy; null if the queue has none */
    static boolean allows(String policy, String ruleArn, String account) {
        if (policy == null) {
            return false;
        }
        try {
            JsonNode statements = JSON.readTree(policy).path("Statement");
            return statements.isArray()
                    ? any(statements, statement -> allows(statement, ruleArn, account))
                    : allows(statements, ruleArn, account);
        } catch (IOException e) {
            return false; // what is no policy allows nothing
        }
    }

    private static boolean allows(JsonNode statement, String ruleArn, String account) {
        JsonNode principal = statement.path("Principal");
        return statement.path("Effect").asText().equals("Allow")
                && (principal.asText().equals("*")
                        || any(principal.path("Service"), service -> is(service, "events.amazonaws.com"))
                        || any(principal.path("AWS"), who -> is(who, "*")))
                && any(statement.path("Action"), action -> permits(action.asText()))
                && holds(statement.path("Condition"), ruleArn, account);
    }

    private static boolean permits(String action) {
        return ValueMatcher.wildcard(action.toLowerCase(Locale.ROOT), "sqs:sendmessage");
    }

    private static boolean holds(JsonNode conditions, String ruleArn, String account) {
        for (JsonNode comparison : conditions) {
            for (var condition : comparison.properties()) {
                String actual =
                        switch (condition.getKey().toLowerCase(Locale.ROOT)) {
                            case "aws:sourcearn" -> ruleArn;
                            case "aws:sourceaccount" -> account;
                            default -> "";
                        };
                if (!any(condition.getValue(), wanted -> ValueMatcher.wildcard(wanted.asText(), actual))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean is(JsonNode node, String text) {
        return node.asText().equals(text);
    }

    /** A policy writes a list of one item without the list. */
    private static boolean any(JsonNode node, Predicate<JsonNode> condition) {
        if (!node.isArray()) {
            return condition.test(node);
        }
        for (JsonNode item : node) {
            if (condition.test(item)) {
                return true;
            }
        }
        return false;
    }
}
