package io.jenkins.plugins.sagemaker.nag.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactUriTest {

    @ParameterizedTest
    @CsvSource({
        "a.yaml, a.yaml",
        "./a.yaml, a.yaml",
        "././a/b.yaml, a/b.yaml",
        "../a.yaml, ../a.yaml",
        "./, ./",
        "-, -",
        "a b.yaml, a%20b.yaml",
        "100%.yaml, 100%25.yaml",
        "a:b.yaml, a%3Ab.yaml",
        "x[1]#?.yaml, x%5B1%5D%23%3F.yaml",
        "Az09-._~!$&()*+;=@.yaml, Az09-._~!$&()*+;=@.yaml",
        "\u00e9\u4e2d.yaml, %C3%A9%E4%B8%AD.yaml"
    })
    void aRelativePathStaysRelativeAndIsEncoded(String path, String uri) {
        assertThat(ArtifactUri.of(path)).isEqualTo(new ArtifactUri(uri, true));
    }

    @Test
    void anAbsolutePathIsAFileUri() {
        assertThat(ArtifactUri.of("/a/b c.yaml")).isEqualTo(new ArtifactUri("file:///a/b%20c.yaml", false));
        assertThat(ArtifactUri.of("C:/a.yaml")).isEqualTo(new ArtifactUri("file:///C%3A/a.yaml", false));
    }
}
