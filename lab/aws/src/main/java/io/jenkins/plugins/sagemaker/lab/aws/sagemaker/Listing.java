package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One page of a list operation: filters, order and continuation as SageMaker's {@code List*} operations share them.
 *
 * <p>A token says after which resource to go on, not how many to skip: what is created meanwhile neither repeats nor
 * hides anything.
 */
final class Listing {

    private static final int DEFAULT_PAGE = 10;

    /** Filters by what no local resource has: a warm pool, a training plan. */
    private static final List<String> NEVER_TRUE_HERE = List.of("WarmPoolStatusEquals", "TrainingPlanArnEquals");

    private static final String SEPARATOR = "\n";
    private static final long FIFTEEN_DIGITS = 100_000_000_000_000L;
    private static final String INVALID_TOKEN = "The NextToken is not one that this list has given.";

    private final ObjectNode query;
    private final String member;
    private final boolean ascending;

    /**
     * @param query the operation's input
     * @param member the answer's member that holds the summaries
     * @param ascendingByDefault the order if the query does not say
     */
    Listing(ObjectNode query, String member, boolean ascendingByDefault) {
        this.query = query;
        this.member = member;
        String order = query.path("SortOrder").asText(ascendingByDefault ? "Ascending" : "Descending");
        this.ascending = order.equals("Ascending");
    }

    ObjectNode page(Stream<? extends Listed> resources) throws AwsError {
        Function<Listed, String> key = sortKey();
        Comparator<String> keys = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        String after = after();
        int size = query.path("MaxResults").asInt(DEFAULT_PAGE);
        // A status may change while it is being sorted by, so each key is read once.
        List<Entry> entries = resources
                .filter(this::matches)
                .map(resource -> new Entry(key.apply(resource) + SEPARATOR + resource.name(), resource))
                .filter(entry -> after == null || keys.compare(entry.key(), after) > 0)
                .sorted(Comparator.comparing(Entry::key, keys))
                .limit(size + 1L)
                .toList();
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode summaries = page.putArray(member);
        entries.stream()
                .limit(size)
                .forEach(entry -> summaries.add(entry.resource().summary()));
        if (entries.size() > size) {
            byte[] last = entries.get(size - 1).key().getBytes(StandardCharsets.UTF_8);
            page.put("NextToken", Base64.getEncoder().encodeToString(last));
        }
        return page;
    }

    private Function<Listed, String> sortKey() {
        return switch (query.path("SortBy").asText("CreationTime")) {
            case "FinalObjectiveMetricValue" -> Listed::rank;
            case "Name" -> Listed::name;
            case "Status" -> Listed::status;
            // As many digits each, so that texts sort as times do.
            default -> listed -> Long.toString(FIFTEEN_DIGITS + listed.created().toEpochMilli());
        };
    }

    private String after() throws AwsError {
        if (!query.has("NextToken")) {
            return null;
        }
        try {
            byte[] token = Base64.getDecoder().decode(query.get("NextToken").asText());
            String last = new String(token, StandardCharsets.UTF_8);
            if (last.contains(SEPARATOR)) {
                return last;
            }
        } catch (IllegalArgumentException e) {
            throw AwsError.validation(INVALID_TOKEN);
        }
        throw AwsError.validation(INVALID_TOKEN);
    }

    private boolean matches(Listed resource) {
        return NEVER_TRUE_HERE.stream().noneMatch(query::has)
                && resource.name().contains(query.path("NameContains").asText(""))
                && (!query.has("StatusEquals")
                        || resource.status().equals(query.get("StatusEquals").asText()))
                && isAfter("CreationTimeAfter", resource.created())
                && isBefore("CreationTimeBefore", resource.created())
                && isAfter("LastModifiedTimeAfter", resource.modified())
                && isBefore("LastModifiedTimeBefore", resource.modified());
    }

    private boolean isAfter(String filter, Instant time) {
        JsonNode limit = query.get(filter);
        return limit == null || time.isAfter(Time.parse(limit));
    }

    private boolean isBefore(String filter, Instant time) {
        JsonNode limit = query.get(filter);
        return limit == null || time.isBefore(Time.parse(limit));
    }

    private record Entry(String key, Listed resource) {}
}
