package hudson.util;

import java.util.Arrays;

/** A version: numbers between dots. */
public class VersionNumber implements Comparable<VersionNumber> {
    private final String value;
    private final int[] digits;

    public VersionNumber(String num) {
        value = num;
        digits = Arrays.stream(num.split("[.-]"))
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Override
    public int compareTo(VersionNumber rhs) {
        return Arrays.compare(digits, rhs.digits);
    }

    public boolean isOlderThan(VersionNumber rhs) {
        return compareTo(rhs) < 0;
    }

    public boolean isNewerThan(VersionNumber rhs) {
        return compareTo(rhs) > 0;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof VersionNumber that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
