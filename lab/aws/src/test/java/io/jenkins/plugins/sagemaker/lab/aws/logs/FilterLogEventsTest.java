package io.jenkins.plugins.sagemaker.lab.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

class FilterLogEventsTest extends LogsTestBase {

    private List<String> filter(Consumer<FilterLogEventsRequest.Builder> more) {
        return logs.filterLogEvents(r -> more.accept(r.logGroupName("group"))).events().stream()
                .map(event -> event.logStreamName() + ": " + event.message())
                .toList();
    }

    private void fill() {
        line("job/algo-1", 1, "epoch 1 loss=0.5");
        line("job/algo-2", 2, "epoch 1 loss=0.6");
        line("job/algo-1", 3, "ERROR: disk full");
        line("other", 4, "epoch 9");
    }

    @Test
    void streamsAreMergedByTime() {
        fill();

        assertThat(filter(r -> {}))
                .containsExactly(
                        "job/algo-1: epoch 1 loss=0.5",
                        "job/algo-2: epoch 1 loss=0.6",
                        "job/algo-1: ERROR: disk full",
                        "other: epoch 9");
        assertThat(filter(r -> r.logStreamNamePrefix("job/algo-1"))).hasSize(2);
        assertThat(filter(r -> r.logStreamNames("other", "job/algo-2"))).hasSize(2);
        assertThat(filter(r -> r.startTime(START.plusSeconds(2).toEpochMilli())
                        .endTime(START.plusSeconds(3).toEpochMilli())))
                .hasSize(2);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        for (int i = 0; i < 1500; i++) {
            line("stream-" + i % 3, i / 7, "line " + i);
        }

        List<FilteredLogEvent> events = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        logs.filterLogEventsPaginator(r -> r.logGroupName("group").limit(400)).forEach(page -> {
            sizes.add(page.events().size());
            events.addAll(page.events());
        });

        assertThat(sizes).containsExactly(400, 400, 400, 300);
        assertThat(events)
                .extracting(FilteredLogEvent::eventId)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(1500);
        assertThat(events.get(0).eventId()).matches("\\d{56}");
    }

    @Test
    void aPatternSelectsAcrossPages() {
        for (int i = 0; i < 1200; i++) {
            line("stream", i, (i % 100 == 0 ? "metric " : "noise ") + i);
        }

        assertThat(filter(r -> r.filterPattern("metric"))).hasSize(12);
        assertThat(filter(r -> r.filterPattern("metric").limit(5))).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epoch                | 3",
                "epoch loss           | 2",
                "\"epoch 1\"          | 2",
                "epoch -loss          | 1",
                "?ERROR ?\"epoch 9\"  | 2",
                "%loss=0\\.[0-5]%     | 1",
                "epoch -\"epoch 1\"   | 1",
                "error                | 0",
            })
    void patternsSelectByTerms(String pattern, int matches) {
        fill();

        assertThat(filter(r -> r.filterPattern(pattern))).hasSize(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ $.level = \"error\" }", "[a, b]", "\"open", "%[%"})
    void otherPatternsAreRefused(String pattern) {
        fill();

        assertThatThrownBy(() -> filter(r -> r.filterPattern(pattern))).satisfies(error("InvalidParameterException"));
    }

    @Test
    void whatIsAskedForIsChecked() {
        fill();

        assertThatThrownBy(() -> filter(r -> r.logStreamNames("other").logStreamNamePrefix("job")))
                .satisfies(error("InvalidParameterException"));
        assertThatThrownBy(() -> filter(r -> r.logStreamNames("absent"))).satisfies(error("ResourceNotFoundException"));
        assertThatThrownBy(() -> filter(r -> r.nextToken("token"))).satisfies(error("InvalidParameterException"));
    }
}
