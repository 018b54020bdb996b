package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HyperlinkTest {

    private static final String URL = "https://eu-central-1.console.aws.amazon.com/x?region=y#/jobs/a$252Fb";

    private static String html(String line) {
        return Hyperlink.render(line, (url, text) -> "<" + url + "|" + text + ">");
    }

    @Test
    void eachLinkOfALineIsMadeWhatTheReaderCanUse() {
        String line = "See " + Hyperlink.of("the job", URL) + " and " + Hyperlink.of("its log", URL) + ".";

        assertThat(html(line)).isEqualTo("See <" + URL + "|the job> and <" + URL + "|its log>.");
        assertThat(Hyperlink.plain(line)).isEqualTo("See the job: " + URL + " and its log: " + URL + ".");
    }

    @Test
    void aLineWithoutLinksStaysAsItIs() {
        assertThat(html("https://example.com/ [a](b)")).isEqualTo("https://example.com/ [a](b)");
    }

    @Test
    void anAddressThatCouldEndAnAttributeBecomesNoLink() {
        assertThat(html(Hyperlink.of("text", "https://x'onclick='y")))
                .isEqualTo("https://x'onclick='ytext")
                .doesNotContain("<");
        assertThat(html(Hyperlink.of("text", "javascript:alert(1)"))).doesNotContain("<");
    }
}
