package io.jenkins.plugins.sagemaker.lab.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

class GetLogEventsTest extends LogsTestBase {

    private GetLogEventsResponse get(Consumer<GetLogEventsRequest.Builder> more) {
        return logs.getLogEvents(r -> more.accept(r.logGroupName("group").logStreamName("stream")));
    }

    private static List<String> messages(GetLogEventsResponse page) {
        return page.events().stream().map(OutputLogEvent::message).toList();
    }

    private void lines(int from, int to) {
        for (int i = from; i <= to; i++) {
            line("stream", i, "line " + i);
        }
    }

    @Test
    void aTailGoesOnWhereItStoppedAndGivesItsTokenBackAtTheEnd() {
        lines(1, 3);
        var first = get(r -> r.startFromHead(true));
        var end = get(r -> r.startFromHead(true).nextToken(first.nextForwardToken()));
        lines(4, 5);
        var second = get(r -> r.startFromHead(true).nextToken(end.nextForwardToken()));

        assertThat(messages(first)).containsExactly("line 1", "line 2", "line 3");
        assertThat(first.nextForwardToken()).matches("f/\\d{56}/s");
        assertThat(first.nextBackwardToken()).matches("b/\\d{56}/s");
        assertThat(messages(end)).isEmpty();
        assertThat(end.nextForwardToken()).isEqualTo(first.nextForwardToken());
        assertThat(messages(second)).containsExactly("line 4", "line 5");
    }

    @Test
    void aTailMayBeginBeforeTheFirstLine() {
        line("other", 0, "makes the group");
        logs.createLogStream(r -> r.logGroupName("group").logStreamName("stream"));
        var empty = get(r -> r.startFromHead(true));
        var again = get(r -> r.startFromHead(true).nextToken(empty.nextForwardToken()));
        lines(1, 2);

        assertThat(messages(empty)).isEmpty();
        assertThat(again.nextForwardToken()).isEqualTo(empty.nextForwardToken());
        assertThat(messages(get(r -> r.nextToken(again.nextForwardToken())))).containsExactly("line 1", "line 2");
    }

    @Test
    void withoutATokenTheLatestLinesCome() {
        lines(1, 10);

        var last = get(r -> r.limit(3));
        var before = get(r -> r.limit(3).nextToken(last.nextBackwardToken()));

        assertThat(messages(last)).containsExactly("line 8", "line 9", "line 10");
        assertThat(messages(before)).containsExactly("line 5", "line 6", "line 7");
        assertThat(messages(get(r -> r.nextToken(before.nextForwardToken()))))
                .containsExactly("line 8", "line 9", "line 10");
    }

    @Test
    void theBeginningGivesItsTokenBackTooAndBothDirectionsMeet() {
        lines(1, 4);
        var all = get(r -> r.limit(10));
        var start = get(r -> r.nextToken(all.nextBackwardToken()));
        var end = get(r -> r.nextToken(all.nextForwardToken()));

        assertThat(messages(start)).isEmpty();
        assertThat(start.nextBackwardToken()).isEqualTo(all.nextBackwardToken());
        assertThat(messages(get(r -> r.nextToken(start.nextForwardToken())))).hasSize(4);
        assertThat(messages(get(r -> r.nextToken(end.nextBackwardToken())))).hasSize(4);
    }

    @Test
    void timesBoundAPage() {
        lines(1, 5);

        var page = get(r -> r.startFromHead(true)
                .startTime(START.plusSeconds(2).toEpochMilli())
                .endTime(START.plusSeconds(4).toEpochMilli()));

        assertThat(messages(page)).containsExactly("line 2", "line 3");
    }

    @Test
    void linesOfOneMillisecondKeepTheirOrderAndPlace() {
        for (int i = 0; i < 10; i++) {
            line("stream", 7, "same " + i);
        }

        var first = get(r -> r.startFromHead(true).limit(4));
        var second = get(r -> r.limit(100).nextToken(first.nextForwardToken()));

        assertThat(messages(first)).containsExactly("same 0", "same 1", "same 2", "same 3");
        assertThat(messages(second)).hasSize(6).startsWith("same 4");
    }

    @Test
    void aLateLineTakesItsPlaceByTime() {
        lines(1, 2);
        line("stream", 5, "line 5");
        var first = get(r -> r.startFromHead(true));
        line("stream", 3, "late");

        assertThat(messages(get(r -> r.startFromHead(true)))).containsExactly("line 1", "line 2", "late", "line 5");
        // As on AWS, whoever has read past its place does not see it.
        assertThat(messages(get(r -> r.nextToken(first.nextForwardToken())))).isEmpty();
    }

    @Test
    void aPageHoldsAMebibyte() {
        String large = "x".repeat(100_000);
        for (int i = 0; i < 15; i++) {
            line("stream", i, large);
        }

        var first = get(r -> r.startFromHead(true));
        var second = get(r -> r.nextToken(first.nextForwardToken()));

        assertThat(first.events()).hasSize(10);
        assertThat(second.events()).hasSize(5);
    }

    @Test
    void aHundredThousandLinesAreReadInPagesWithoutSlowingDown() {
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            line("stream", i / 10, "line " + i);
        }
        List<String> read = new ArrayList<>();
        Instant begin = Instant.now();
        GetLogEventsResponse page = get(r -> r.startFromHead(true));
        int pages = 0;
        while (!page.events().isEmpty()) {
            read.addAll(messages(page));
            pages++;
            String token = page.nextForwardToken();
            page = get(r -> r.nextToken(token));
        }

        assertThat(pages).isEqualTo(10);
        assertThat(read)
                .hasSize(count)
                .startsWith("line 0")
                .endsWith("line 99999")
                .doesNotHaveDuplicates();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatIsAskedForIsChecked() {
        lines(1, 1);

        assertThatThrownBy(() -> get(r -> r.nextToken("f/12/s"))).satisfies(error("InvalidParameterException"));
        assertThatThrownBy(() -> get(r -> r.nextToken("token"))).satisfies(error("InvalidParameterException"));
        assertThatThrownBy(() -> get(r -> r.limit(10_001))).satisfies(error("InvalidParameterException"));
        assertThatThrownBy(() -> get(r -> r.startTime(-1L))).satisfies(error("InvalidParameterException"));
    }

    @Test
    void theGroupMayBeGivenByItsArn() {
        lines(1, 1);

        var page =
                logs.getLogEvents(r -> r.logGroupIdentifier("arn:aws:logs:eu-central-1:123456789012:log-group:group:*")
                        .logStreamName("stream"));

        assertThat(messages(page)).containsExactly("line 1");
    }
}
