package io.jenkins.plugins.sagemaker.nag.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.Writer;

/** JSON with two spaces for each level, laid out as Ruby's {@code pretty_generate} does it. */
final class PrettyJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    private static final DefaultPrettyPrinter LAYOUT = layout();

    private PrettyJson() {}

    /** A generator that leaves the writer open. */
    static JsonGenerator to(Writer out) throws IOException {
        return FACTORY.createGenerator(out).setPrettyPrinter(LAYOUT.createInstance());
    }

    private static DefaultPrettyPrinter layout() {
        var lines = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
