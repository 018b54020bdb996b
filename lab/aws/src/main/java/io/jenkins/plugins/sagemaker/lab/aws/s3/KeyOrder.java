package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.util.Comparator;

/**
 * The order of S3's listings: that of the keys' UTF-8 bytes, which is that of their code points. Java's own order of
 * strings differs where surrogates meet the private use area.
 */
enum KeyOrder implements Comparator<String> {
    UTF_8;

    @Override
    public int compare(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean oneSurrogate = Character.isSurrogate(x) != Character.isSurrogate(y);
                // A surrogate is half of a code point behind all that fit into one char.
                return oneSurrogate
                        ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y))
                        : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
