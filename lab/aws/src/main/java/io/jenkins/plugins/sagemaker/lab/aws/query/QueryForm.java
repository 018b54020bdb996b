package io.jenkins.plugins.sagemaker.lab.aws.query;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a query-protocol request, read as the structures and lists that they encode: {@code Tags.member.1.Key=a}. One
 * form looks at the parameters below one prefix.
 */
public final class QueryForm {

    private final Map<String, List<String>> parameters;
    private final String prefix;

    private QueryForm(Map<String, List<String>> parameters, String prefix) {
        this.parameters = parameters;
        this.prefix = prefix;
    }

    public static QueryForm of(Call call) {
        return new QueryForm(call.query(), "");
    }

    /** The parameter's value, or null if it was not sent. An empty value counts as sent. */
    public String text(String name) {
        List<String> values = parameters.get(prefix + name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The parameter's value. */
    public String required(String name) throws AwsError {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            throw invalid("1 validation error detected: Value null at '" + lowerCamel(name)
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    /** True for {@code true} in any case, false if absent. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** The parameter as a whole number, or null if it was not sent. */
    public Integer number(String name) throws AwsError {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new AwsError(400, "MalformedInput", "Start of structure or map found where not expected.");
        }
    }

    /** Whether the parameter, or anything below it, was sent: an absent list is not an empty one. */
    public boolean has(String name) {
        String below = prefix + name + ".";
        return parameters.containsKey(prefix + name)
                || parameters.keySet().stream().anyMatch(key -> key.startsWith(below));
    }

    public QueryForm structure(String name) {
        return new QueryForm(parameters, prefix + name + ".");
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        QueryForm members = structure(name + ".member");
        for (int number = 1; members.text(Integer.toString(number)) != null; number++) {
            texts.add(members.text(Integer.toString(number)));
        }
        return texts;
    }

    public List<QueryForm> structures(String name) {
        List<QueryForm> structures = new ArrayList<>();
        QueryForm members = structure(name + ".member");
        for (int number = 1; members.has(Integer.toString(number)); number++) {
            structures.add(members.structure(Integer.toString(number)));
        }
        return structures;
    }

    /** A list of structures with {@code Key} and {@code Value}, in the order sent. */
    public Map<String, String> tags(String name) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (QueryForm tag : structures(name)) {
            tags.put(tag.text("Key"), tag.text("Value") == null ? "" : tag.text("Value"));
        }
        return tags;
    }

    /** A map, sent as {@code Name.entry.1.key} and {@code Name.entry.1.value}. */
    public Map<String, String> entries(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int number = 1; has(name + ".entry." + number); number++) {
            QueryForm entry = structure(name + ".entry." + number);
            entries.put(entry.text("key"), entry.text("value"));
        }
        return entries;
    }

    /** The {@code ValidationError} of the query services. */
    public static AwsError invalid(String message) {
        return new AwsError(400, "ValidationError", message);
    }

    private static String lowerCamel(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
