package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.ArrayList;
import java.util.List;

/** One record of a table with commas (RFC 4180), on one line. Fields keep their quotes, so that they can be sent as they were. */
final class CsvLine {

    private CsvLine() {}

    /** @throws IllegalArgumentException with the end of a sentence that begins with the data set */
    static List<String> fields(String content, int line) {
        List<String> fields = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            // A doubled quote inside quotes closes and opens them again, which comes to the same.
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(content.substring(start, i));
                start = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException(
                    "has a quote without an end in line " + line + "; a value must not go over several lines.");
        }
        fields.add(content.substring(start));
        return fields;
    }

    /** The column with this name. */
    static int position(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (unquoted(names.get(i)).equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("has no column '" + name + "' in its first line: "
                + String.join(", ", names.stream().map(CsvLine::unquoted).toList()) + ".");
    }

    static String unquoted(String field) {
        String trimmed = field.strip();
        return trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"")
                ? trimmed.substring(1, trimmed.length() - 1).replace("\"\"", "\"")
                : trimmed;
    }
}
