package io.jenkins.plugins.sagemaker.lab.cli.nag;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run of the linter for the sake of the classes that it loads: {@code lab/run} has the JVM write them to an archive at
 * the end (class data sharing), from which every later start takes them ready.
 */
final class NagTraining {
    private static final String JSON = "{\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {}}}}";

    private NagTraining() {}

    /** Takes the folders whose templates to read; they should break every rule, and need all of YAML. */
    public static void main(String[] folders) throws InterruptedException {
        for (String folder : folders) {
            for (String format : List.of("txt", "colortxt", "json", "sarif", "junit")) {
                run(InputStream.nullInputStream(), "--input-path", folder, "-o", format, "-fn");
            }
        }
        run(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)), "-i", "-", "-o", "json");
        run(InputStream.nullInputStream(), "--help");
        run(InputStream.nullInputStream(), "rules");
    }

    private static void run(InputStream in, String... arguments) throws InterruptedException {
        Nag.execute(in, Writer.nullWriter(), new PrintWriter(Writer.nullWriter()), arguments);
    }
}
