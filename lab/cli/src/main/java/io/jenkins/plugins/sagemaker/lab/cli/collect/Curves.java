package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Curve;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Point;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.MetricDefinition;

/** The course of a job's metrics: SageMaker keeps their last values only, so they are read from the log as SageMaker reads them. */
final class Curves {

    private static final Logger LOGGER = Logger.getLogger(Curves.class.getName());
    private static final String LOG_GROUP = "/aws/sagemaker/TrainingJobs";
    private static final int MOST_LINES = 20_000;

    private Curves() {}

    static List<Curve> read(CloudWatchLogsClient logs, DescribeTrainingJobResponse job) {
        List<MetricDefinition> definitions = job.algorithmSpecification().metricDefinitions();
        if (definitions.isEmpty()) {
            return List.of();
        }
        try {
            List<String> lines = logs
                    .filterLogEventsPaginator(
                            r -> r.logGroupName(LOG_GROUP).logStreamNamePrefix(job.trainingJobName() + "/"))
                    .events()
                    .stream()
                    .limit(MOST_LINES)
                    .map(FilteredLogEvent::message)
                    .toList();
            return of(definitions, lines);
        } catch (SdkException | PatternSyntaxException e) {
            LOGGER.log(Level.WARNING, "no curves of " + job.trainingJobName() + " in the report", e);
            return List.of();
        }
    }

    /** One curve for each metric, one series for each kind of data: {@code validation:accuracy} belongs to the curve accuracy. */
    static List<Curve> of(List<MetricDefinition> definitions, List<String> lines) {
        Map<String, List<Series>> curves = new LinkedHashMap<>();
        for (MetricDefinition definition : definitions) {
            List<Point> points = points(Pattern.compile(definition.regex()), lines);
            if (points.size() > 1) {
                String[] names = definition.name().split(":", 2);
                String metric = names[names.length - 1];
                curves.computeIfAbsent(metric, m -> new ArrayList<>())
                        .add(new Series(names.length == 2 ? names[0] : metric, points));
            }
        }
        return curves.entrySet().stream()
                .map(e -> new Curve(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Point> points(Pattern pattern, List<String> lines) {
        List<Point> points = new ArrayList<>();
        for (String line : lines) {
            Matcher found = pattern.matcher(line);
            while (found.find()) {
                number(found.groupCount() == 0 ? "" : found.group(1))
                        .ifPresent(value -> points.add(new Point(points.size(), value)));
            }
        }
        return points;
    }

    private static OptionalDouble number(String text) {
        try {
            return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
