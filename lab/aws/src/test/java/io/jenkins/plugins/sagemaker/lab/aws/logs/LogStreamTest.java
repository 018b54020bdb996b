package io.jenkins.plugins.sagemaker.lab.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStream.PageLimit;
import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStream.TimeRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream keeps its events in compressed blocks, and nobody may notice. */
class LogStreamTest {

    private static LogEvent event(long time, long sequence) {
        return new LogEvent(new LogPosition(time, sequence), time, "line " + sequence + " ä");
    }

    private static List<LogEvent> plain(List<LogEvent> all, LogPosition after, LogPosition before, TimeRange range) {
        return all.stream()
                .filter(event -> event.position().compareTo(after) > 0
                        && event.position().compareTo(before) < 0
                        && event.position().compareTo(range.start()) >= 0
                        && event.position().compareTo(range.end()) < 0)
                .sorted(Comparator.comparing(LogEvent::position))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void pagesAreThoseOfAPlainListWhateverComesLate(int seed) {
        var random = new Random(seed);
        var stream = new LogStream("s", "arn", 0);
        List<LogEvent> all = new ArrayList<>();
        for (int i = 1; i <= 5500; i++) {
            long late = random.nextInt(50) == 0 ? random.nextInt(3000) : 0;
            LogEvent event = event(Math.max(0, i - late) / 3, i);
            stream.add(event);
            all.add(event);
        }
        var end = new LogPosition(Long.MAX_VALUE, 0);
        for (int i = 0; i < 200; i++) {
            LogPosition place = all.get(random.nextInt(all.size())).position();
            long from = random.nextInt(2000);
            TimeRange range = random.nextBoolean()
                    ? TimeRange.of(0, Long.MAX_VALUE)
                    : TimeRange.of(from, from + random.nextInt(800));
            int limit = 1 + random.nextInt(3000);

            List<LogEvent> behind = plain(all, place, end, range);
            assertThat(stream.after(place, range, new PageLimit(limit)))
                    .isEqualTo(behind.subList(0, Math.min(limit, behind.size())));
            List<LogEvent> ahead = plain(all, LogPosition.START, place, range);
            assertThat(stream.before(place, range, new PageLimit(limit)))
                    .isEqualTo(ahead.subList(Math.max(0, ahead.size() - limit), ahead.size()));
        }
        LogEvent first = Collections.min(all, Comparator.comparing(LogEvent::position));
        assertThat(stream.first()).contains(first);
        assertThat(stream.last()).contains(Collections.max(all, Comparator.comparing(LogEvent::position)));
    }

    @Test
    void aMillionLinesTakeLittleMemoryAndAreReadPageByPage() {
        var stream = new LogStream("s", "arn", 0);
        for (int i = 1; i <= 1_000_000; i++) {
            stream.add(new LogEvent(
                    new LogPosition(1_700_000_000_000L + i / 10, i),
                    1_700_000_000_000L + i / 10,
                    "[11/26/2026 10:43:56 INFO 1] line " + i + " of a very long training, loss=0.123"));
        }
        assertThat(stream.bytes()).isLessThan(40_000_000);

        int pages = 0;
        long seen = 0;
        LogPosition place = LogPosition.START;
        TimeRange range = TimeRange.of(0, Long.MAX_VALUE);
        for (List<LogEvent> page = stream.after(place, range, new PageLimit(10_000));
                !page.isEmpty();
                page = stream.after(place, range, new PageLimit(10_000))) {
            for (LogEvent event : page) {
                seen++;
                assertThat(event.position().sequence()).isEqualTo(seen);
            }
            place = page.get(page.size() - 1).position();
            pages++;
        }
        assertThat(seen).isEqualTo(1_000_000);
        assertThat(pages).as("a page holds 1 MiB, with 26 bytes for each event").isBetween(100, 110);
    }
}
