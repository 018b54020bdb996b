package io.jenkins.plugins.sagemaker.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Helps where a name is not known: which of the known ones may be meant. */
final class NearNames {

    private static final int MOST = 5;

    private NearNames() {}

    /** {@code a, b or c}. */
    static String choice(Collection<String> names) {
        List<String> all = List.copyOf(names);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    /** The known names that look like the given one, the nearest first; all of them if none does. */
    static String to(String given, Collection<String> known) {
        String wanted = plain(given);
        List<String> near = known.stream()
                .filter(name -> isNear(wanted, plain(name)))
                .sorted(Comparator.comparingInt(name -> distance(wanted, plain(name))))
                .limit(MOST)
                .toList();
        return near.isEmpty() ? "there are " + String.join(", ", known) + "." : "did you mean " + choice(near) + "?";
    }

    private static boolean isNear(String wanted, String name) {
        boolean within = wanted.length() > 2 && (name.contains(wanted) || wanted.contains(name));
        return within || distance(wanted, name) <= Math.max(1, name.length() / 3);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** How many letters must be added, removed or replaced to make one of the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
