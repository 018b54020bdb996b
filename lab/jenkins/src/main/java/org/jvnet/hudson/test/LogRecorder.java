package org.jvnet.hudson.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Records what is logged while a test runs. */
public class LogRecorder implements AutoCloseable {
    private final Map<Logger, Level> before = new LinkedHashMap<>();
    private final List<LogRecord> records = new ArrayList<>();
    private int maximum;
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            synchronized (records) {
                if (records.size() < maximum) {
                    records.add(record);
                }
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    public LogRecorder() {
        handler.setLevel(Level.ALL);
    }

    /** Keeps up to that many messages. */
    public LogRecorder capture(int maximum) {
        this.maximum = maximum;
        return this;
    }

    public LogRecorder quiet() {
        return this;
    }

    public LogRecorder record(Logger logger, Level level) {
        before.putIfAbsent(logger, logger.getLevel());
        logger.setLevel(level);
        logger.removeHandler(handler);
        logger.addHandler(handler);
        return this;
    }

    public LogRecorder record(String name, Level level) {
        return record(Logger.getLogger(name), level);
    }

    public LogRecorder record(Class<?> clazz, Level level) {
        return record(clazz.getName(), level);
    }

    public LogRecorder recordPackage(Class<?> clazz, Level level) {
        return record(clazz.getPackageName(), level);
    }

    public List<LogRecord> getRecords() {
        synchronized (records) {
            return new ArrayList<>(records);
        }
    }

    public List<String> getMessages() {
        SimpleFormatter formatter = new SimpleFormatter();
        return getRecords().stream().map(formatter::formatMessage).toList();
    }

    @Override
    public void close() {
        before.forEach((logger, level) -> {
            logger.removeHandler(handler);
            logger.setLevel(level);
        });
        before.clear();
    }

    @Override
    public String toString() {
        return String.join("\n", getMessages());
    }
}
