package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time as the API writes them: seconds since 1970 with milliseconds as fraction. */
final class Time {

    private Time() {}

    /** Now, no finer than clients see it, so that what they read can be compared with what is kept. */
    static Instant now(Timeline timeline) {
        return timeline.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static BigDecimal json(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    static Instant parse(JsonNode seconds) {
        return Instant.ofEpochMilli(seconds.decimalValue().movePointRight(3).longValue());
    }
}
