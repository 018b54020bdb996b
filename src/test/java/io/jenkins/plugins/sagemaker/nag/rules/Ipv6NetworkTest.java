package io.jenkins.plugins.sagemaker.nag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "::/0, 0, 0",
        "::, 0, 128",
        "::1, 0, 64",
        "::1/128, 1, 128",
        "::1/127, 0, 127",
        "::3/127, 2, 127",
        "0:0:0:0:0:0:0:0/0, 0, 0",
        "1:2:3:4:5:6:7:8/128, 00010002000300040005000600070008, 128",
        "1:2:3:4:5:6:7:8, 00010002000300040000000000000000, 64",
        "1::8/128, 00010000000000000000000000000008, 128",
        "1:2:3:4:5:6:7::/128, 00010002000300040005000600070000, 128",
        "1:2:3:4::5:6:7:8/128, 00010002000300040005000600070008, 128",
        "ABCD:ef01::/32, abcdef01000000000000000000000000, 32",
        "2001:db8::/16, 20010000000000000000000000000000, 16",
        "::255.1.2.3/128, ff010203, 128",
        "::ffff:10.0.0.1/128, ffff0a000001, 128",
        "' ::/ 0 ', 0, 0",
        "1::/0, 0, 0"
    })
    void isReadInAnySpelling(String text, String base, int bits) {
        assertThat(Ipv6Network.parse(text)).isEqualTo(new Ipv6Network(new BigInteger(base, 16), bits));
        assertThat(Ipv6Network.parse(text).isZero()).isEqualTo(base.equals("0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::/129",
                "::/-1",
                "::/",
                "::/x",
                "::/0/0",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5::6:7:8:9",
                "1:2",
                "",
                ":",
                "1::2::3",
                "12345::",
                "g::",
                ":1:2:3:4:5:6:7",
                "::256.0.0.1",
                "::1.2.3",
                "::1.2.3.4.5",
                "10.0.0.0/8",
                "any"
            })
    void isNothingElse(String text) {
        assertThat(Ipv6Network.parse(text)).isNull();
    }
}
