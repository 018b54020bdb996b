package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelArchiveTest {

    /** {@code code/} and {@code code/x.txt} with "hello", packed by GNU tar 1.34 as {@code tar -czf - ./code}. */
    private static final String GNU_TAR =
            "H4sIAAAAAAACA+3RMQqAMAxA0RylJ6gVmnoeUcFBKGgFj6/opqBThcJ/SwLJ9m3VxX6oJCd3aFTPebjP5147DV6Myg/WJbWzMTLH"
                    + "mN7+vu6Fslf/zaYt5ewfvH/pr7f+tYZGjKN/duMwTVEAAAAAAAAAAAAAAAAAlGgH97hRegAoAAA=";

    /**
     * {@code model.bin} with "abc", packed by Python's tarfile in its default, the PAX format, with a long owner name.
     */
    private static final String PYTHON_TAR =
            "H4sIAAAAAAACA+3TvQqDMBRA4cw+RZ4g3qjoJHTs2FeImqHQKFgFH9/+QIeCdCgKtudbEu5yh+SY2MSHk5uO3jW+V6uQp6VTbJK+"
                    + "7o+5lcRapSe1gfE6uP62Xv0nm+q6C8G3QzlFheixdcGX3Rcihf0IXeMvpjq3K+64R51n2WL/Iu/951khSsuW/X/61j/6/q6qiQAA"
                    + "AAAAAAAAAAAAAGDHZj/pHg4AKAAA";

    /** A name of 126 characters and "hello", packed by Python's tarfile in the format of GNU tar. */
    private static final String LONG_GNU_NAME =
            "H4sIAAAAAAACA+3TQQqDMBBA0TlKTpCMVZNtD5BLuCitKBE0hR6/FEFw4VKl+N9mhtkO3zrr7nFIz9imTvahs62pRQjLPt9D8Dcx"
                    + "UQ7wnnIzGiMX1bh0Eps/WXCB//+i9lW12b9qve6/LIvai1H6393r0fcDGQAAAAAAAAAAAAAAAPytL4Q97mUAKAAA";

    /** The same in the PAX format. */
    private static final String LONG_PAX_NAME =
            "H4sIAAAAAAACA+3TsQrCMBCA4Zt9ij5BcklqNsHR0VcIGOhQVGqEPL5VB3Ho2Bbx/5YLt9wQfmON3R9TPeR0yoPMQt+mpnr3eb/2"
                    + "Tr1Gaaos4H4raRjPy39yITbXVLpdsueVmFLLRrCKJb79GXVs28n+Vbff/Yfg3di/0v/sutz3FzIAAAAAAAAAAAAAAAD4WQ/wBJyD"
                    + "ACgAAA==";

    @Test
    void readsWhatItWrites() throws IOException {
        byte[] large = new byte[1500];
        large[1499] = 7;
        Map<String, byte[]> files = Map.of("a.json", "{}".getBytes(UTF_8), "b/large", large, "empty", new byte[0]);
        Map<String, byte[]> read = ModelArchive.unpack(ModelArchive.pack(files));
        assertThat(read).containsOnlyKeys("a.json", "b/large", "empty");
        assertThat(read.get("b/large")).isEqualTo(large);
        assertThat(read.get("empty")).isEmpty();
    }

    @Test
    void sameFilesMakeTheSameBytes() throws IOException {
        Map<String, byte[]> files = Map.of("a", new byte[] {1}, "b", new byte[] {2});
        assertThat(ModelArchive.pack(files)).isEqualTo(ModelArchive.pack(files));
    }

    @Test
    void readsGnuTar() throws IOException {
        Map<String, byte[]> files = ModelArchive.unpack(Base64.getDecoder().decode(GNU_TAR));
        assertThat(files).containsOnlyKeys("code/x.txt");
        assertThat(new String(files.get("code/x.txt"), UTF_8)).isEqualTo("hello");
    }

    @Test
    void readsPythonsTar() throws IOException {
        Map<String, byte[]> files = ModelArchive.unpack(Base64.getDecoder().decode(PYTHON_TAR));
        assertThat(files).containsOnlyKeys("model.bin");
        assertThat(new String(files.get("model.bin"), UTF_8)).isEqualTo("abc");
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        assertThatThrownBy(() -> ModelArchive.unpack("plain text".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
        byte[] archive = ModelArchive.pack(Map.of("a", new byte[2000]));
        assertThatThrownBy(() -> ModelArchive.unpack(Arrays.copyOf(archive, archive.length / 2)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsLongNamesWhoeverHasWrittenThem() throws IOException {
        String name = "a/" + "n".repeat(120) + ".txt";
        byte[] own = ModelArchive.pack(Map.of(name, "hello".getBytes(UTF_8)));
        for (byte[] archive : new byte[][] {own, decoded(LONG_GNU_NAME), decoded(LONG_PAX_NAME)}) {
            Map<String, byte[]> files = ModelArchive.unpack(archive);
            assertThat(files).containsOnlyKeys(name);
            assertThat(new String(files.get(name), UTF_8)).isEqualTo("hello");
        }
    }

    private static byte[] decoded(String archive) {
        return Base64.getDecoder().decode(archive);
    }
}
