package hudson.util;

import java.io.Serial;
import java.io.Serializable;
import java.util.Comparator;

/** Compares without case. */
public final class CaseInsensitiveComparator implements Comparator<String>, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final Comparator<String> INSTANCE = new CaseInsensitiveComparator();

    private CaseInsensitiveComparator() {}

    @Override
    public int compare(String lhs, String rhs) {
        return lhs.compareToIgnoreCase(rhs);
    }
}
