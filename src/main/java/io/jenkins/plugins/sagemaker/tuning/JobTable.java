package io.jenkins.plugins.sagemaker.tuning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The training jobs of a tuning as a table for the build log: the best first, a row each. */
record JobTable(String objectiveMetric, List<TunedJob> jobs) {

    private static final int MOST_ROWS = 20;
    private static final int WIDEST_CELL = 24;

    /** Nothing if there are no jobs. */
    List<String> lines() {
        if (jobs.isEmpty()) {
            return List.of();
        }
        Set<String> tuned = new LinkedHashSet<>();
        jobs.forEach(job -> job.hyperParameters().keySet().stream().sorted().forEach(tuned::add));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(tuned);
        head.add(0, objectiveMetric);
        head.addAll(List.of("status", "training job"));
        rows.add(head);
        jobs.stream().limit(MOST_ROWS).forEach(job -> rows.add(row(job, tuned)));
        List<String> lines = new ArrayList<>(aligned(rows));
        if (jobs.size() > MOST_ROWS) {
            lines.add("  ... and " + (jobs.size() - MOST_ROWS) + " more");
        }
        return lines;
    }

    private static List<String> row(TunedJob job, Set<String> tuned) {
        List<String> row = new ArrayList<>();
        row.add(job.objectiveValue() == null ? "-" : job.objectiveValue().toString());
        tuned.forEach(name -> row.add(shortened(job.hyperParameters().getOrDefault(name, "-"))));
        row.add(job.status());
        row.add(job.trainingJobName());
        return row;
    }

    /** A chosen number has up to 20 digits, of which the first ones tell enough here. */
    static String shortened(String value) {
        if (value.matches("-?[0-9]+\\.[0-9]{7,}")) {
            return String.valueOf((float) Double.parseDouble(value));
        }
        return value.length() <= WIDEST_CELL ? value : value.substring(0, WIDEST_CELL - 3) + "...";
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining("  ", "  ", ""))
                        .stripTrailing())
                .toList();
    }
}
