package io.jenkins.plugins.sagemaker.nag.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An IPv6 network as text gives it, in any spelling. Read by hand because the JDK's parser may ask a name server.
 *
 * @param base the address with the bits beyond the prefix cleared
 * @param bits length of the prefix, 0 to 128
 */
record Ipv6Network(BigInteger base, int bits) {
    private static final int WORDS = 8;
    private static final int BITS = 128;
    private static final int DEFAULT_BITS = 64;

    /** Null if the text is no IPv6 network. */
    static Ipv6Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        BigInteger address = address(parts[0]);
        if (address == null) {
            return null;
        }
        int bits = address.signum() == 0 ? BITS : DEFAULT_BITS;
        if (parts.length == 2) {
            if (!parts[1].strip().matches("\\d{1,3}") || Integer.parseInt(parts[1].strip()) > BITS) {
                return null;
            }
            bits = Integer.parseInt(parts[1].strip());
        }
        return new Ipv6Network(address.shiftRight(BITS - bits).shiftLeft(BITS - bits), bits);
    }

    boolean isZero() {
        return base.signum() == 0;
    }

    private static BigInteger address(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = words(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = gap < 0 ? List.of() : words(text.substring(gap + 2));
        if (head == null || tail == null) {
            return null;
        }
        int missing = WORDS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 0) {
            return null;
        }
        var all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        BigInteger address = BigInteger.ZERO;
        for (int word : all) {
            address = address.shiftLeft(16).or(BigInteger.valueOf(word));
        }
        return address;
    }

    private static List<Integer> words(String text) {
        var words = new ArrayList<Integer>();
        if (text.isEmpty()) {
            return words;
        }
        for (String word : text.split(":", -1)) {
            if (word.matches("[0-9a-fA-F]{1,4}")) {
                words.add(Integer.parseInt(word, 16));
            } else if (!addIpv4(word, words)) {
                return null;
            }
        }
        return words;
    }

    /** An IPv4 address may stand for the last two words. */
    private static boolean addIpv4(String text, List<Integer> words) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return false;
        }
        int[] octets =
                Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
        if (Arrays.stream(octets).anyMatch(octet -> octet > 255)) {
            return false;
        }
        words.add(octets[0] * 256 + octets[1]);
        words.add(octets[2] * 256 + octets[3]);
        return true;
    }
}
