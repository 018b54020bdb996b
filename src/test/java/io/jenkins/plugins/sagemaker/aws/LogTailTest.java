package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.LogTail.News;
import io.jenkins.plugins.sagemaker.aws.LogTail.Position;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

class LogTailTest {

    private static final String GROUP = "/aws/sagemaker/TrainingJobs";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Gate gate = new Gate();
    private final FakeLogs logs = new FakeLogs(gate, () -> START.plusSeconds(1_000_000));
    private final FakeAws aws = new FakeAws() {
        @Override
        public CloudWatchLogsClient logs() {
            return logs;
        }
    };
    private final List<String> read = new ArrayList<>();
    private Position position = Position.START;
    private int rounds;

    @Test
    void aJobThatHasNotLoggedYetIsQuiet() throws Exception {
        News news = look();

        assertThat(news.lines()).isEmpty();
        assertThat(news.quiet()).isTrue();
    }

    @Test
    void eachLookBringsWhatIsNewAndNoMore() throws Exception {
        add("job/algo-1-1700000000", 0, "one", "two  \n");
        look();
        look();
        add("job/algo-1-1700000000", 1, "three");
        look();

        assertThat(read).containsExactly("one", "two", "three");
        assertThat(look().quiet()).isTrue();
    }

    @Test
    void anotherJobWhoseNameBeginsAlikeIsLeftAlone() throws Exception {
        add("job/algo-1", 0, "ours");
        add("job-2/algo-1", 0, "theirs");

        look();

        assertThat(read).containsExactly("ours");
    }

    @Test
    void anInstanceThatHasBegunAnewIsStillTheOnlyOne() throws Exception {
        add("job/algo-1-1700000000", 0, "a");
        look();
        add("job/algo-1-1700000300", 1, "b");
        look();

        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void linesOfSeveralInstancesStandInTheOrderOfTimeWithTheirNames() throws Exception {
        add("job/algo-1-1700000000", 0, "a");
        add("job/algo-2-1700000001", 1, "b");
        add("job/algo-1-1700000000", 2, "c");

        look();

        assertThat(read).containsExactly("[algo-1] a", "[algo-2] b", "[algo-1] c");
    }

    @Test
    void aStreamThatAppearsLaterIsReadFromItsBeginning() throws Exception {
        add("job/algo-2", 5, "second");
        look();
        add("job/algo-1", 0, "first");
        look();

        assertThat(read).containsExactly("second", "[algo-1] first");
    }

    @Test
    void aHundredThousandLinesComeInBoundedRoundsAndEachOnce() throws Exception {
        List<String> all =
                IntStream.range(0, 100_000).mapToObj(i -> "line " + i).toList();
        for (int i = 0; i < all.size(); i++) {
            add("job/algo-1", i / 5_000, all.get(i)); // thousands of events share one timestamp
        }

        News news = look();
        assertThat(news.lines()).hasSize(LogTail.LINES_PER_ROUND);
        while (news.more()) {
            news = look();
        }

        assertThat(read).isEqualTo(all);
        assertThat(rounds).isLessThan(60);
    }

    @Test
    void aPageThatIsCutShortBySizeSaysThatMoreMayFollow() throws Exception {
        String large = "x".repeat(9_999) + "\n";
        add("job/algo-1", 0, large.repeat(26), large.repeat(27), "last");
        logs.pageSize = 2;

        News news = look();

        assertThat(news.more()).isTrue();
        look();
        assertThat(read).hasSize(26 + 27 + 1).endsWith("x".repeat(9_999), "last");
    }

    @Test
    void anEventOfSeveralLinesIsSeveralLinesEachWithItsInstance() throws Exception {
        add("job/algo-1", 0, "Traceback:\n  File train.py\nValueError", "");
        add("job/algo-2", 1, "b");

        look();

        assertThat(read)
                .containsExactly(
                        "[algo-1] Traceback:",
                        "[algo-1]   File train.py",
                        "[algo-1] ValueError",
                        "[algo-1] ",
                        "[algo-2] b");
    }

    @Test
    void aLineThatNobodyReadsToItsEndIsCut() throws Exception {
        add("job/algo-1", 0, "x".repeat(LogTail.LINE_LENGTH + 7));

        look();

        assertThat(read).containsExactly("x".repeat(LogTail.LINE_LENGTH) + "... (7 characters left out)");
    }

    @Test
    void largeStreamsAreReadOneAfterTheOther() throws Exception {
        String line = "x".repeat(1_000);
        for (int stream = 1; stream <= 5; stream++) {
            for (int i = 0; i < 300; i++) {
                add("job/algo-" + stream, i, line);
            }
        }

        News news = look();

        assertThat(news.lines()).hasSizeBetween(500, 700);
        while (news.more()) {
            news = look();
        }
        assertThat(read).hasSize(1_500);
    }

    @Test
    void whatNobodyWillSeeIsCountedInLargePages() throws Exception {
        for (int i = 0; i < 45_000; i++) {
            add("job/algo-1", i / 1_000, "line " + i);
        }
        int count = 0;
        int calls = 0;
        News news;
        do {
            news = LogTail.skip(aws, GROUP, "job/", position);
            position = news.position();
            count += news.count();
            calls++;
            assertThat(news.lines()).isEmpty();
        } while (news.more());

        assertThat(count).isEqualTo(45_000);
        assertThat(calls).isEqualTo(5);
        add("job/algo-1", 100, "after it");
        look();
        assertThat(read).containsExactly("after it");
    }

    @Test
    void noLineOfAContainerCanPassForALink() throws Exception {
        add("job/algo-1", 0, Hyperlink.of("a bargain", "https://example.com/"));

        look();

        assertThat(read).containsExactly("https://example.com/a bargain");
    }

    @Test
    void anEmptyPageWithANewTokenIsNotTheEnd() throws Exception {
        add("job/algo-1", 0, "one");
        look();
        add("job/algo-1", 1, "two");
        logs.emptyPages = 1;

        News empty = look();

        assertThat(empty.lines()).isEmpty();
        assertThat(empty.quiet()).isFalse();
        assertThat(empty.more()).isTrue();
        look();
        assertThat(read).containsExactly("one", "two");
    }

    @Test
    void afterAnOutageOfMoreThanADayThePlaceIsFoundAgainAmongEventsOfOneTime() throws Exception {
        add("job/algo-1", 0, "zero");
        add("job/algo-1", 7, "a", "b", "c");
        look();
        logs.expireTokens();
        add("job/algo-1", 7, "d", "e");
        add("job/algo-1", 8, "f");
        look();
        look();

        assertThat(read).containsExactly("zero", "a", "b", "c", "d", "e", "f");
    }

    @Test
    void afterAnOutageThePlaceIsFoundThroughShortPages() throws Exception {
        add("job/algo-1", 7, "a", "b", "c", "d", "e");
        look();
        logs.expireTokens();
        logs.pageSize = 2;
        add("job/algo-1", 7, "f");
        look();
        look();

        assertThat(read).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void anExpiredTokenOfAStreamWithNothingNewBringsNothing() throws Exception {
        add("job/algo-1", 7, "a", "b");
        look();
        logs.expireTokens();

        look();

        assertThat(read).containsExactly("a", "b");
        assertThat(look().quiet()).isTrue();
    }

    @Test
    void aDeletedStreamIsNoTrouble() throws Exception {
        add("job/algo-1", 0, "one");
        add("job/algo-2", 0, "two");
        look();
        gate.refuse("GetLogEvents", error("ResourceNotFoundException", "The specified log stream does not exist."));

        look();

        assertThat(read).containsExactly("[algo-1] one", "[algo-2] two");
    }

    @Test
    void aHundredStreamsAreReadInTurns() throws Exception {
        for (int i = 0; i < 100; i++) {
            add("job/algo-%03d".formatted(i), 0, "hello");
        }

        News news = look();
        assertThat(news.lines()).hasSize(LogTail.STREAMS_PER_ROUND);
        while (news.more()) {
            assertThat(news.quiet()).isFalse();
            news = look();
        }

        assertThat(rounds).isEqualTo(5);
        assertThat(read).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void whatWasReadBeforeAThrottledStreamIsKept() throws Exception {
        add("job/algo-1", 0, "one");
        add("job/algo-2", 0, "two");
        gate.letPass("GetLogEvents");
        gate.refuse("GetLogEvents", error("ThrottlingException", "Rate exceeded"));

        News partial = look();

        assertThat(partial.lines()).containsExactly("[algo-1] one");
        assertThat(partial.more()).as("the service wants fewer calls").isFalse();
        assertThat(partial.quiet()).isFalse();
        look();
        assertThat(read).containsExactly("[algo-1] one", "[algo-2] two");
    }

    @Test
    void theLastLinesOfAllInstancesShowTheEnd() throws Exception {
        for (int i = 0; i < 50; i++) {
            add("job/algo-1", i, "line " + i);
        }
        add("job/algo-2", 49, "killed");

        List<String> last = LogTail.last(aws, GROUP, "job/", 3);

        assertThat(last).containsExactly("[algo-1] line 48", "[algo-1] line 49", "[algo-2] killed");
        assertThat(gate.calls).hasSize(3);
    }

    @Test
    void deniedAccessIsToldAsSuch() {
        add("job/algo-1", 0, "one");
        gate.refuse("GetLogEvents", error("AccessDeniedException", "not authorized to perform: logs:GetLogEvents"));

        assertThatThrownBy(this::look)
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ACCESS_DENIED))
                .hasMessageContaining("Could not read the log stream /aws/sagemaker/TrainingJobs job/algo-1")
                .hasMessageContaining("logs:GetLogEvents");
    }

    private News look() throws Exception {
        rounds++;
        News news = LogTail.read(aws, GROUP, "job/", position);
        position = news.position();
        read.addAll(news.lines());
        return news;
    }

    private void add(String stream, int second, String... messages) {
        for (String message : messages) {
            logs.add(stream, START.plusSeconds(second), message, START);
        }
    }

    private static AwsServiceException error(String code, String message) {
        return AwsAnswer.error(400, code, message);
    }
}
