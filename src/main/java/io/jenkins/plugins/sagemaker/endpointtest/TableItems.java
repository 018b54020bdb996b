package io.jenkins.plugins.sagemaker.endpointtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;

/** Items that are lines of one file. */
record TableItems(LabelledData data, List<Row> rows) implements Items {

    /**
     * One line.
     *
     * @param line from 1
     * @param body without the label
     */
    record Row(int line, String label, String body) {}

    /** @throws IllegalArgumentException with the end of a sentence that begins with the data set */
    static TableItems csv(LabelledData data, String text) {
        List<Row> rows = new ArrayList<>();
        int labelAt = -1;
        int width = -1;
        int line = 0;
        for (String content : text.lines().toList()) {
            line++;
            if (content.isBlank()) {
                continue;
            }
            List<String> fields = CsvLine.fields(content, line);
            if (width < 0) {
                width = fields.size();
                boolean named = !data.labelColumn().matches("\\d*");
                labelAt = named ? CsvLine.position(fields, data.labelColumn()) : number(data.labelColumn(), width);
                if (named) {
                    continue;
                }
            }
            if (fields.size() != width) {
                throw new IllegalArgumentException(
                        "has " + fields.size() + " columns in line " + line + ", but " + width + " before.");
            }
            String label = CsvLine.unquoted(fields.get(labelAt));
            List<String> others = new ArrayList<>(fields);
            others.remove(labelAt);
            rows.add(new Row(line, label, String.join(",", others)));
        }
        Items.checkSize(rows.size(), "no line with values");
        return new TableItems(data, rows);
    }

    private static int number(String column, int width) {
        int number = column.isEmpty() ? 0 : Integer.parseInt(column);
        if (number >= width) {
            throw new IllegalArgumentException(
                    "has " + width + " columns, so there is no column " + number + " (the first is 0).");
        }
        return number;
    }

    /** @throws IllegalArgumentException with the end of a sentence that begins with the data set */
    static TableItems jsonLines(LabelledData data, String text) {
        String field = data.labelColumn().isEmpty() ? "label" : data.labelColumn();
        ObjectMapper json = new ObjectMapper();
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String content : text.lines().toList()) {
            line++;
            if (content.isBlank()) {
                continue;
            }
            try {
                JsonNode item = json.readTree(content);
                if (!(item instanceof ObjectNode object) || !object.path(field).isValueNode()) {
                    throw new IllegalArgumentException(
                            "has no object with a field '" + field + "' in line " + line + ".");
                }
                String label = object.remove(field).asText();
                rows.add(new Row(line, label, object.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("has no JSON in line " + line + ": " + e.getOriginalMessage(), e);
            }
        }
        Items.checkSize(rows.size(), "no line with an object");
        return new TableItems(data, rows);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String label(int index) {
        return rows.get(index).label();
    }

    @Override
    public String name(int index) {
        return data.path() + " line " + rows.get(index).line();
    }

    @Override
    public long length(int index) {
        return rows.get(index).body().length();
    }

    @Override
    public String fingerprint() {
        return Items.digest(rows.stream().map(row -> row.label() + " " + row.body()));
    }

    @Override
    public List<Payload> payloads(List<Integer> indexes) {
        String usual = data.form() == LabelledData.Form.CSV ? "text/csv" : "application/json";
        String type = data.contentType().isEmpty() ? usual : data.contentType();
        return indexes.stream()
                .map(index -> new Payload(
                        name(index), SdkBytes.fromUtf8String(rows.get(index).body()), type, data.accept(), ""))
                .toList();
    }
}
