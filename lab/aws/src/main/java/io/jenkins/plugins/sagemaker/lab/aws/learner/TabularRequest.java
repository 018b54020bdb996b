package io.jenkins.plugins.sagemaker.lab.aws.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a request asks about, without labels: {@code text/csv}, one row per line, or {@code application/json}
 * as SageMaker's linear learner takes it, {@code {"instances": [{"features": [1.5, 16.0]}]}}.
 */
final class TabularRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TabularRequest() {}

    static List<double[]> rows(byte[] body, String contentType, int columns) throws InvocationFailure {
        List<double[]> rows =
                switch (MediaTypes.essence(contentType)) {
                    case MediaTypes.CSV -> csv(body);
                    case MediaTypes.JSON -> json(body);
                    default ->
                        throw InvocationFailure.unsupported(contentType, MediaTypes.CSV + " and " + MediaTypes.JSON);
                };
        if (rows.isEmpty()) {
            throw InvocationFailure.badRequest("The request has no rows.");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != columns) {
                throw InvocationFailure.badRequest("Row " + (i + 1) + " has " + rows.get(i).length
                        + " features, but the model takes " + columns + ".");
            }
        }
        return rows;
    }

    private static List<double[]> csv(byte[] body) throws InvocationFailure {
        List<double[]> rows = new ArrayList<>();
        for (String line : CsvTable.lines(body)) {
            if (!line.isBlank()) {
                try {
                    rows.add(CsvTable.numbers(line));
                } catch (NumberFormatException e) {
                    throw InvocationFailure.badRequest(
                            "Row " + (rows.size() + 1) + " is not all numbers: " + e.getMessage() + ".");
                }
            }
        }
        return rows;
    }

    private static List<double[]> json(byte[] body) throws InvocationFailure {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            throw InvocationFailure.badRequest("The request is not JSON.");
        }
        List<double[]> rows = new ArrayList<>();
        for (JsonNode instance : root.path("instances")) {
            JsonNode features = instance.isArray() ? instance : instance.path("features");
            var row = new double[features.size()];
            for (int i = 0; i < row.length; i++) {
                if (!features.get(i).isNumber()) {
                    throw InvocationFailure.badRequest("Instance " + (rows.size() + 1) + " is not all numbers.");
                }
                row[i] = features.get(i).asDouble();
            }
            rows.add(row);
        }
        return rows;
    }
}
