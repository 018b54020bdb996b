package io.jenkins.plugins.sagemaker.lab.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

class GroupsAndStreamsTest extends LogsTestBase {

    @Test
    void groupsAreCreatedDescribedAndDeleted() {
        logs.createLogGroup(r -> r.logGroupName("/aws/sagemaker/TrainingJobs").tags(Map.of("team", "ml")));
        logs.createLogGroup(r -> r.logGroupName("other"));
        logs.putRetentionPolicy(
                r -> r.logGroupName("/aws/sagemaker/TrainingJobs").retentionInDays(14));

        List<LogGroup> found =
                logs.describeLogGroups(r -> r.logGroupNamePrefix("/aws/")).logGroups();
        assertThat(found).singleElement().satisfies(group -> {
            assertThat(group.retentionInDays()).isEqualTo(14);
            assertThat(group.creationTime()).isEqualTo(START.toEpochMilli());
            assertThat(group.arn())
                    .isEqualTo("arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:*");
        });
        assertThat(logs.listTagsForResource(r -> r.resourceArn(found.get(0).logGroupArn()))
                        .tags())
                .isEqualTo(Map.of("team", "ml"));

        logs.deleteLogGroup(r -> r.logGroupName("other"));

        assertThat(logs.describeLogGroups().logGroups()).hasSize(1);
        assertThatThrownBy(() -> logs.deleteLogGroup(r -> r.logGroupName("other")))
                .satisfies(error("ResourceNotFoundException"));
    }

    @Test
    void namesAndNumbersAreChecked() {
        logs.createLogGroup(r -> r.logGroupName("group"));

        assertThatThrownBy(() -> logs.createLogGroup(r -> r.logGroupName("group")))
                .satisfies(error("ResourceAlreadyExistsException"));
        assertThatThrownBy(() -> logs.createLogGroup(r -> r.logGroupName("a group")))
                .satisfies(error("InvalidParameterException"));
        assertThatThrownBy(
                        () -> logs.createLogStream(r -> r.logGroupName("group").logStreamName("a:b")))
                .satisfies(error("InvalidParameterException"));
        assertThatThrownBy(
                        () -> logs.createLogStream(r -> r.logGroupName("absent").logStreamName("a")))
                .satisfies(error("ResourceNotFoundException"))
                .hasMessageContaining("The specified log group does not exist.");
        assertThatThrownBy(() ->
                        logs.putRetentionPolicy(r -> r.logGroupName("group").retentionInDays(2)))
                .satisfies(error("InvalidParameterException"));
        assertThatThrownBy(() ->
                        logs.describeLogStreams(r -> r.logGroupName("group").limit(51)))
                .satisfies(error("InvalidParameterException"));
    }

    @Test
    void streamsAreFoundByPrefix() {
        line("job-1/algo-1", 5, "b");
        timeline.advance(Duration.ofMinutes(1));
        line("job-1/algo-2", 3, "a");
        line("job-1/algo-2", 8, "c");
        line("job-2/algo-1", 0, "x");

        List<LogStream> streams = logs.describeLogStreams(
                        r -> r.logGroupName("group").logStreamNamePrefix("job-1/"))
                .logStreams();

        assertThat(streams).extracting(LogStream::logStreamName).containsExactly("job-1/algo-1", "job-1/algo-2");
        assertThat(streams.get(1).firstEventTimestamp())
                .isEqualTo(START.plusSeconds(3).toEpochMilli());
        assertThat(streams.get(1).lastEventTimestamp())
                .isEqualTo(START.plusSeconds(8).toEpochMilli());
        assertThat(streams.get(1).lastIngestionTime())
                .isEqualTo(START.plusSeconds(60).toEpochMilli());
    }

    @Test
    void streamsCanBeOrderedByTheirLastEvent() {
        line("a", 5, "");
        line("b", 9, "");
        line("c", 1, "");

        assertThat(logs.describeLogStreams(r -> r.logGroupName("group")
                                .orderBy(OrderBy.LAST_EVENT_TIME)
                                .descending(true))
                        .logStreams())
                .extracting(LogStream::logStreamName)
                .containsExactly("b", "a", "c");
        assertThatThrownBy(() -> logs.describeLogStreams(r ->
                        r.logGroupName("group").orderBy(OrderBy.LAST_EVENT_TIME).logStreamNamePrefix("a")))
                .satisfies(error("InvalidParameterException"));
    }

    @Test
    void listingsHavePages() {
        for (int i = 0; i < 120; i++) {
            line("stream-%03d".formatted(i), 0, "");
        }

        List<Integer> sizes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        logs.describeLogStreamsPaginator(r -> r.logGroupName("group")).forEach(page -> {
            sizes.add(page.logStreams().size());
            page.logStreams().forEach(stream -> names.add(stream.logStreamName()));
        });

        assertThat(sizes).containsExactly(50, 50, 20);
        assertThat(names).hasSize(120).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aDeletedStreamIsGone() {
        line("a", 0, "x");
        logs.deleteLogStream(r -> r.logGroupName("group").logStreamName("a"));

        assertThatThrownBy(() -> logs.getLogEvents(r -> r.logGroupName("group").logStreamName("a")))
                .satisfies(error("ResourceNotFoundException"))
                .hasMessageContaining("The specified log stream does not exist.");
    }
}
