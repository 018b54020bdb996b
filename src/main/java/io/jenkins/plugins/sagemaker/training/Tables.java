package io.jenkins.plugins.sagemaker.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The tables of facts about AWS that come with the plugin. */
final class Tables {

    private Tables() {}

    /** The rows of a table, without comments. */
    static Stream<String> rows(String table) {
        return rows(Tables.class, table);
    }

    /** The rows of a table that lies beside a class. */
    static Stream<String> rows(Class<?> owner, String table) {
        try (InputStream in = owner.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + table + " of the plugin cannot be read", e);
        }
    }
}
