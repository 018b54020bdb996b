package io.jenkins.plugins.sagemaker.lab.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

class PutLogEventsTest extends LogsTestBase {

    @BeforeEach
    void create() {
        logs.createLogGroup(r -> r.logGroupName("group"));
        logs.createLogStream(r -> r.logGroupName("group").logStreamName("stream"));
    }

    private static InputLogEvent event(Duration fromStart, String message) {
        return InputLogEvent.builder()
                .timestamp(START.plus(fromStart).toEpochMilli())
                .message(message)
                .build();
    }

    private PutLogEventsResponse put(InputLogEvent... events) {
        return logs.putLogEvents(
                r -> r.logGroupName("group").logStreamName("stream").logEvents(events));
    }

    private List<String> messages() {
        return logs.getLogEvents(r -> r.logGroupName("group").logStreamName("stream")).events().stream()
                .map(OutputLogEvent::message)
                .toList();
    }

    @Test
    void eventsAreKept() {
        timeline.advance(Duration.ofSeconds(10));
        var answer = put(event(Duration.ZERO, "one"), event(Duration.ofSeconds(1), "zwei ü"));

        assertThat(answer.nextSequenceToken()).isNotEmpty();
        assertThat(answer.rejectedLogEventsInfo()).isNull();
        assertThat(messages()).containsExactly("one", "zwei ü");
        assertThat(logs.getLogEvents(r -> r.logGroupName("group").logStreamName("stream"))
                        .events()
                        .get(0)
                        .ingestionTime())
                .isEqualTo(START.plusSeconds(10).toEpochMilli());
    }

    @Test
    void eventsTooOldOrTooNewAreRejectedAlone() {
        timeline.advance(Duration.ofDays(20));
        Duration now = Duration.ofDays(20);

        var old = put(event(now.minusDays(15), "old"), event(now.minusDays(14), "in time"));
        var future = put(event(now, "now"), event(now.plusHours(3), "future"));

        assertThat(old.rejectedLogEventsInfo().tooOldLogEventEndIndex()).isEqualTo(1);
        assertThat(future.rejectedLogEventsInfo().tooNewLogEventStartIndex()).isEqualTo(1);
        assertThat(messages()).containsExactly("in time", "now");
    }

    @Test
    void batchesHaveLimits() {
        assertThatThrownBy(() -> put(event(Duration.ofSeconds(1), "b"), event(Duration.ZERO, "a")))
                .satisfies(error("InvalidParameterException"))
                .hasMessageContaining("chronological");
        assertThatThrownBy(() -> put(event(Duration.ZERO, "x".repeat(1_048_576))))
                .satisfies(error("InvalidParameterException"));
        assertThatThrownBy(() -> put(event(Duration.ofHours(-25), "a"), event(Duration.ZERO, "b")))
                .satisfies(error("InvalidParameterException"))
                .hasMessageContaining("24 hours");
        assertThatThrownBy(() -> put()).satisfies(error("InvalidParameterException"));
        assertThat(messages()).isEmpty();
    }
}
