package io.jenkins.plugins.sagemaker.lab.aws.learner;

import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel.InputFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CSV as SageMaker's built-in algorithms take it: numbers only, no header, the label in the first column. */
final class CsvTable {

    private CsvTable() {}

    /**
     * @throws ContainerFailure if the channel is missing or its data are no such CSV; the message names file and line
     */
    static Table read(Map<String, Channel> channels, String name) throws ContainerFailure {
        Channel channel = channels.get(name);
        if (channel == null) {
            throw ContainerFailure.client(
                    "The channel '" + name + "' is missing; the job has the channels " + channels.keySet() + ".");
        }
        String type = MediaTypes.essence(channel.contentType());
        if (!type.isEmpty() && !type.equals(MediaTypes.CSV) && !type.equals("csv")) {
            throw ContainerFailure.client("Channel '" + name + "' has content type " + channel.contentType()
                    + "; the local container reads " + MediaTypes.CSV + " only.");
        }
        List<double[]> features = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (InputFile file : channel.files()) {
            String[] lines = lines(file.content().get());
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].isBlank()) {
                    add(lines[i], name + "/" + file.path() + " line " + (i + 1), features, labels);
                }
            }
        }
        if (features.isEmpty()) {
            throw ContainerFailure.client("Channel '" + name + "' has no rows.");
        }
        return new Table(
                features.toArray(double[][]::new),
                labels.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void add(String line, String where, List<double[]> features, List<Double> labels)
            throws ContainerFailure {
        double[] row;
        try {
            row = numbers(line);
        } catch (NumberFormatException e) {
            throw ContainerFailure.client(where + " is not all numbers (" + e.getMessage()
                    + "). The CSV must have no header and the label in its first column.");
        }
        int columns = features.isEmpty() ? row.length - 1 : features.get(0).length;
        if (row.length < 2 || row.length - 1 != columns) {
            throw ContainerFailure.client(
                    where + " has " + row.length + " columns, but " + Math.max(2, columns + 1) + " are expected.");
        }
        labels.add(row[0]);
        var rest = new double[columns];
        System.arraycopy(row, 1, rest, 0, columns);
        features.add(rest);
    }

    static String[] lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).split("\r?\n");
    }

    /** @throws NumberFormatException if a field is not a finite number; the message quotes the field */
    static double[] numbers(String line) {
        String[] fields = line.split(",", -1);
        var numbers = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            try {
                numbers[i] = Double.parseDouble(fields[i].strip());
            } catch (NumberFormatException e) {
                throw notANumber(fields[i], i);
            }
            if (Double.isNaN(numbers[i]) || Double.isInfinite(numbers[i])) {
                throw notANumber(fields[i], i);
            }
        }
        return numbers;
    }

    private static NumberFormatException notANumber(String field, int index) {
        return new NumberFormatException("field " + (index + 1) + " is '" + field.strip() + "'");
    }
}
