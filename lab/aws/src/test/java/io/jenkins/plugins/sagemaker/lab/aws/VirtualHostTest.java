package io.jenkins.plugins.sagemaker.lab.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualHostTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:4566, /bucket/key, /bucket/key",
        "localhost:4566, /bucket/key, /bucket/key",
        "bucket.localhost:4566, /key, /bucket/key",
        "my.dotted.bucket.localhost, /key, /my.dotted.bucket/key",
        "bucket.s3.localhost:4566, /, /bucket/",
        "s3.localhost:4566, /bucket/key, /bucket/key",
        "s3.eu-central-1.amazonaws.com, /bucket/key, /bucket/key",
        "bucket.s3.eu-central-1.amazonaws.com, /key, /bucket/key",
        "bucket.s3.amazonaws.com, /key, /bucket/key",
        "bucket.s3.cn-north-1.amazonaws.com.cn, /key, /bucket/key",
        "example.org, /bucket/key, /bucket/key",
    })
    void theBucketIsFoundInEitherPlace(String host, String path, String expected) {
        assertThat(VirtualHost.pathStyle(host, path)).isEqualTo(expected);
    }
}
