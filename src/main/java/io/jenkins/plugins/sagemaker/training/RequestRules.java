package io.jenkins.plugins.sagemaker.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the members of a request ask of each other. */
final class RequestRules {

    private static final String SERVERLESS = "ServerlessJobConfig";
    private static final String IMAGE = "AlgorithmSpecification.TrainingImage";
    private static final String ALGORITHM = "AlgorithmSpecification.AlgorithmName";
    private static final String SPOT = "EnableManagedSpotTraining";
    private static final String WAIT = "StoppingCondition.MaxWaitTimeInSeconds";
    private static final String RUNTIME = "StoppingCondition.MaxRuntimeInSeconds";
    private static final String KEEP = "ResourceConfig.KeepAlivePeriodInSeconds";
    private static final String GROUPS = "ResourceConfig.InstanceGroups";

    /**
     * A rule.
     *
     * @param sentence may hold members in angle brackets, which are replaced by their values
     */
    private record Rule(Predicate<RequestDocument> broken, String sentence) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    d -> !has(d, SERVERLESS) && !has(d, IMAGE) && !has(d, ALGORITHM),
                    "Nothing says what is trained: give algorithm (one of SageMaker's own by name), trainingImage (a container"
                            + " image) or algorithmName (an algorithm resource)."),
            new Rule(
                    d -> has(d, IMAGE) && has(d, ALGORITHM),
                    "There are both a training image and an algorithmName: give one of them."),
            new Rule(
                    d -> isTrue(d, SPOT) && !has(d, WAIT),
                    "enableManagedSpotTraining wants maxWaitTimeInSeconds, for waiting and training together: give at"
                            + " least maxRuntimeInSeconds, <" + RUNTIME + ">."),
            new Rule(
                    d -> isTrue(d, SPOT) && has(d, WAIT) && number(d, WAIT) < number(d, RUNTIME),
                    "maxWaitTimeInSeconds is <" + WAIT + ">, which is less than maxRuntimeInSeconds, <" + RUNTIME
                            + ">: it is for waiting and training together, so make it at least as long."),
            new Rule(
                    d -> !isTrue(d, SPOT) && has(d, WAIT),
                    "maxWaitTimeInSeconds is only for spot capacity: leave it out, or set enableManagedSpotTraining."),
            new Rule(
                    d -> isTrue(d, SPOT) && number(d, KEEP) > 0,
                    "keepAlivePeriodInSeconds cannot be had with spot capacity: leave one of them out."),
            new Rule(
                    d -> has(d, GROUPS) && number(d, KEEP) > 0,
                    "keepAlivePeriodInSeconds cannot be had with instanceGroups: leave one of them out."),
            new Rule(
                    d -> has(d, GROUPS)
                            && (has(d, "ResourceConfig.InstanceType") || has(d, "ResourceConfig.InstanceCount")),
                    "There are instanceGroups, each with a type and a count of its own: leave instanceType(s) and instanceCount"
                            + " out."),
            new Rule(
                    d -> has(d, "AlgorithmSpecification.TrainingImageConfig.TrainingRepositoryAuthConfig")
                            && !"Vpc"
                                    .equals(d.get(
                                            "AlgorithmSpecification.TrainingImageConfig.TrainingRepositoryAccessMode")),
                    "A TrainingRepositoryAuthConfig is only for a registry in your VPC: set TrainingRepositoryAccessMode to"
                            + " Vpc, or leave it out."),
            new Rule(
                    d -> "Vpc".equals(d.get("AlgorithmSpecification.TrainingImageConfig.TrainingRepositoryAccessMode"))
                            && !has(d, "VpcConfig"),
                    "The registry is in a VPC (TrainingRepositoryAccessMode), but the job in none: give vpcSubnets and"
                            + " vpcSecurityGroupIds."));

    private RequestRules() {}

    static List<String> check(RequestDocument document) {
        List<String> problems = new ArrayList<>();
        for (Rule rule : RULES) {
            if (rule.broken().test(document)) {
                problems.add(filled(rule.sentence(), document));
            }
        }
        twice(document, "InputDataConfig", "ChannelName", "channels", problems);
        twice(document, GROUPS, "InstanceGroupName", "instance groups", problems);
        twice(document, "AlgorithmSpecification.MetricDefinitions", "Name", "metric definitions", problems);
        twice(document, "Tags", "Key", "tags", problems);
        sources(document, problems);
        reserved(document, problems);
        return problems;
    }

    private static void twice(
            RequestDocument document, String list, String member, String what, List<String> problems) {
        Set<Object> seen = new HashSet<>();
        members(document, list, member)
                .filter(name -> !seen.add(name))
                .distinct()
                .forEach(name -> problems.add(
                        "There are two " + what + " " + name + ": give each its own " + decapitalized(member) + "."));
    }

    private static void sources(RequestDocument document, List<String> problems) {
        for (Map<?, ?> channel : objects(document, "InputDataConfig")) {
            if (channel.get("DataSource") instanceof Map<?, ?> source && source.size() != 1) {
                problems.add("The channel " + channel.get("ChannelName") + " must have exactly one data source, not "
                        + source.size() + ": " + source.keySet() + ".");
            }
        }
        Set<Object> groups = new HashSet<>();
        members(document, GROUPS, "InstanceGroupName").forEach(groups::add);
        for (Map<?, ?> channel : objects(document, "InputDataConfig")) {
            if (RequestDocument.of(Map.of("Channel", channel)).get("Channel.DataSource.S3DataSource.InstanceGroupNames")
                    instanceof List<?> named) {
                named.stream()
                        .filter(name -> !groups.contains(name))
                        .forEach(name -> problems.add("The channel "
                                + channel.get("ChannelName") + " is for the instance group " + name
                                + ", but there is no such"
                                + " group: give its instanceGroupName in instanceGroups."));
            }
        }
    }

    private static void reserved(RequestDocument document, List<String> problems) {
        members(document, "Tags", "Key")
                .filter(key -> key.toString().toLowerCase(Locale.ROOT).startsWith("aws:"))
                .forEach(key ->
                        problems.add("The tag " + key + " begins with aws:, which AWS keeps for itself: rename it."));
    }

    private static Stream<Object> members(RequestDocument document, String list, String member) {
        return objects(document, list).stream().<Object>map(o -> o.get(member)).filter(Objects::nonNull);
    }

    private static List<Map<?, ?>> objects(RequestDocument document, String list) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (document.get(list) instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> map) {
                    objects.add(map);
                }
            }
        }
        return objects;
    }

    private static String filled(String sentence, RequestDocument document) {
        String filled = sentence;
        for (String member : List.of(WAIT, RUNTIME)) {
            filled = filled.replace("<" + member + ">", String.valueOf(document.get(member)));
        }
        return filled;
    }

    private static String decapitalized(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean has(RequestDocument document, String place) {
        return document.get(place) != null;
    }

    private static boolean isTrue(RequestDocument document, String place) {
        return "true".equalsIgnoreCase(String.valueOf(document.get(place)));
    }

    /** 0 where there is no number, which other checks tell. */
    private static double number(RequestDocument document, String place) {
        String text = String.valueOf(document.get(place));
        return text.matches("-?\\d{1,15}(\\.\\d+)?") ? Double.parseDouble(text) : 0;
    }
}
