package io.jenkins.plugins.sagemaker.lab.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The default event bus of one account and region, with its rules. */
final class EventBus {

    private final String arnPrefix;
    private final Map<String, Rule> rules = new ConcurrentSkipListMap<>();

    EventBus(String account, String region) {
        this.arnPrefix = "arn:aws:events:" + region + ":" + account + ":rule/";
    }

    /** A rule, made if it is not there. */
    Rule make(String name) {
        return rules.computeIfAbsent(name, any -> new Rule(name, arnPrefix + name));
    }

    Rule find(String name) throws AwsError {
        Rule rule = rules.get(name);
        if (rule == null) {
            throw new AwsError(
                    400, "ResourceNotFoundException", "Rule " + name + " does not exist on EventBus default.");
        }
        return rule;
    }

    /** Deletes a rule; one that is not there counts as deleted. */
    void delete(String name) throws AwsError {
        Rule rule = rules.get(name);
        if (rule != null && !rule.targets().isEmpty()) {
            throw AwsError.validation("Rule can't be deleted since it has targets.");
        }
        rules.remove(name);
    }

    List<Rule> withPrefix(String prefix) {
        return rules.values().stream()
                .filter(rule -> rule.name().startsWith(prefix))
                .toList();
    }

    boolean isUsed() {
        return !rules.isEmpty();
    }

    List<Rule> matching(JsonNode event) {
        return rules.values().stream().filter(rule -> rule.matches(event)).toList();
    }
}
