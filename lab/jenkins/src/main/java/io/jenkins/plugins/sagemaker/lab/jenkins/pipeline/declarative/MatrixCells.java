package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All combinations of the values of the axes, without the excluded ones. */
final class MatrixCells {

    private MatrixCells() {}

    static List<Map<String, String>> of(List<Map<String, Object>> axes, List<List<Map<String, Object>>> excludes) {
        List<Map<String, String>> cells = new ArrayList<>();
        cells.add(new LinkedHashMap<>());
        for (Map<String, Object> axis : axes) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> cell : cells) {
                for (String value : texts(axis.get("values"))) {
                    Map<String, String> next = new LinkedHashMap<>(cell);
                    next.put(String.valueOf(axis.get("name")), value);
                    longer.add(next);
                }
            }
            cells = longer;
        }
        cells.removeIf(cell -> excludes.stream().anyMatch(exclude -> covers(exclude, cell)));
        return cells;
    }

    /** Whether all axes that are named there match. */
    private static boolean covers(List<Map<String, Object>> exclude, Map<String, String> cell) {
        return exclude.stream().allMatch(axis -> {
            String value = cell.get(String.valueOf(axis.get("name")));
            return axis.containsKey("notValues")
                    ? !texts(axis.get("notValues")).contains(value)
                    : texts(axis.get("values")).contains(value);
        });
    }

    private static List<String> texts(Object values) {
        return ((List<?>) values).stream().map(String::valueOf).toList();
    }
}
