package io.jenkins.plugins.sagemaker.lab.aws.logs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Some events in a row, compressed: a log of a million lines would otherwise fill the lab's memory. Never changes. */
final class LogBlock {

    private final LogEvent first;
    private final LogEvent last;
    private final int count;
    private final byte[] compressed;

    private LogBlock(LogEvent first, LogEvent last, int count, byte[] compressed) {
        this.first = first;
        this.last = last;
        this.count = count;
        this.compressed = compressed;
    }

    /** @param events in their order, at least one */
    static LogBlock of(List<LogEvent> events) {
        var bytes = new ByteArrayOutputStream();
        var fastest = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, fastest))) {
            for (LogEvent event : events) {
                out.writeLong(event.position().timestamp());
                out.writeLong(event.position().sequence());
                out.writeLong(event.ingestionTime());
                byte[] message = event.message().getBytes(StandardCharsets.UTF_8);
                out.writeInt(message.length);
                out.write(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        } finally {
            fastest.end();
        }
        return new LogBlock(events.get(0), events.get(events.size() - 1), events.size(), bytes.toByteArray());
    }

    LogEvent first() {
        return first;
    }

    LogEvent last() {
        return last;
    }

    int bytes() {
        return compressed.length;
    }

    List<LogEvent> events() {
        List<LogEvent> events = new ArrayList<>(count);
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(compressed)))) {
            for (int i = 0; i < count; i++) {
                var position = new LogPosition(in.readLong(), in.readLong());
                long ingestionTime = in.readLong();
                String message = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                events.add(new LogEvent(position, ingestionTime, message));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was written here
        }
        return events;
    }
}
