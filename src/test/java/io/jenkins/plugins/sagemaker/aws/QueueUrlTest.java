package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://sqs.eu-central-1.amazonaws.com/123456789012/changes, eu-central-1",
        "https://sqs.cn-north-1.amazonaws.com.cn/123456789012/changes, cn-north-1",
        "https://sqs.us-gov-west-1.amazonaws.com/123456789012/changes, us-gov-west-1",
        "https://sqs.us-isob-east-1.sc2s.sgov.gov/123456789012/changes, us-isob-east-1",
        "https://sqs-fips.us-east-1.amazonaws.com/123456789012/changes, us-east-1",
        "https://sqs.eu-central-1.api.aws/123456789012/changes, eu-central-1",
        "https://eu-west-1.queue.amazonaws.com/123456789012/changes, eu-west-1",
        "https://vpce-0ab1-c2d3.sqs.eu-central-1.vpce.amazonaws.com/123456789012/changes, eu-central-1",
        "https://vpce-0ab1-c2d3-eu-central-1a.sqs.eu-central-1.vpce.amazonaws.com/123456789012/a_b-C.fifo, eu-central-1",
    })
    void theHostShowsTheRegion(String url, String region) {
        assertThat(QueueUrl.parse(url)).get().satisfies(queue -> {
            assertThat(queue.region()).contains(region);
            assertThat(queue).hasToString(url);
            assertThat(queue.endpoint().toString() + "123456789012").isEqualTo(url.replaceFirst("/[^/]*$", ""));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:4566/123456789012/changes",
                "https://queue.amazonaws.com/123456789012/changes",
                "http://localhost/123456789012/eu-central-1"
            })
    void anotherHostShowsNone(String url) {
        assertThat(QueueUrl.parse(url))
                .get()
                .satisfies(queue -> assertThat(queue.region()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changes",
                "arn:aws:sqs:eu-central-1:123456789012:changes",
                "https://sqs.eu-central-1.amazonaws.com/changes",
                "https://sqs.eu-central-1.amazonaws.com/123456789012/",
                "https://sqs.eu-central-1.amazonaws.com/123456789012/a/b",
                "https://sqs.eu-central-1.amazonaws.com/123456789012/a b",
                "https://key:secret@sqs.eu-central-1.amazonaws.com/123456789012/changes",
                "https://sqs.eu_central.%/123456789012/changes",
                "ftp://sqs.eu-central-1.amazonaws.com/123456789012/changes"
            })
    void anythingElseIsNone(String text) {
        assertThat(QueueUrl.parse(text)).isEmpty();
    }
}
