package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who wrote a name that does not exist. */
final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /** The nearest names, in a clause that can end a sentence. */
    static String hint(String wrong, Collection<String> names) {
        List<String> near = names.stream()
                .filter(name -> distance(wrong, name) <= Math.max(2, wrong.length() / 3))
                .sorted(Comparator.comparingInt(name -> distance(wrong, name)))
                .limit(MOST)
                .toList();
        return near.isEmpty()
                ? "known are " + String.join(", ", names)
                : "did you mean " + String.join(" or ", near) + "?";
    }

    /** How many letters must be put in, taken out or changed; upper and lower case are the same. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
