package io.jenkins.plugins.sagemaker.training;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the API takes at one place of a request; a row of {@code limits.tsv}, where the columns are explained.
 *
 * @param least null for none, as {@code most}
 * @param pattern empty for none; the values of a choice, divided by bars
 * @param words what the pattern asks for
 */
record Limit(
        String place,
        String argument,
        String kind,
        BigDecimal least,
        BigDecimal most,
        boolean required,
        String pattern,
        String words) {

    private static final Pattern STEP = Pattern.compile("\\w+|\\[\\]|\\{\\w*\\}");

    static Limit parse(String row) {
        String[] columns = row.split("\t", -1);
        String[] all = new String[8];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < columns.length ? columns[i] : "";
        }
        return new Limit(
                all[0], all[1], all[2], number(all[3]), number(all[4]), all[5].equals("required"), all[6], all[7]);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** Finds what breaks this limit, and says it in a sentence each. */
    void check(Map<String, Object> document, Collection<String> problems) {
        List<String> steps = STEP.matcher(place).results().map(r -> r.group()).toList();
        visit(document, steps, "", (at, value) -> problem(value).ifPresent(p -> problems.add(named(at) + " " + p)));
    }

    /** Goes down to each value at the place; where a member is missing whose surroundings are there, that is told with null. */
    private static void visit(Object at, List<String> steps, String shown, BiConsumer<String, Object> found) {
        if (steps.isEmpty()) {
            found.accept(shown, at);
            return;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.equals("[]") && at instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(list.get(i), rest, shown + "[" + i + "]", found);
            }
        } else if (step.equals("{}") && at instanceof Map<?, ?> map) {
            map.forEach((key, value) -> visit(value, rest, shown + "." + key, found));
        } else if (step.equals("{key}") && at instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> found.accept(shown, key));
        } else if (Character.isLetter(step.charAt(0)) && at instanceof Map<?, ?> map) {
            Object value = map.get(step);
            if (value != null || rest.isEmpty()) {
                visit(value, rest, shown.isEmpty() ? step : shown + "." + step, found);
            }
        }
    }

    /** As the user calls it, and as the API does. */
    private String named(String at) {
        if (argument.isEmpty()) {
            return at;
        }
        Matcher deeper = Pattern.compile("\\{\\}$").matcher(place);
        String own = deeper.find() ? argument + at.substring(place.length() - 2) : argument;
        return own + " (" + at + ")";
    }

    private Optional<String> problem(Object value) {
        if (value == null) {
            return required ? Optional.of("is missing.") : Optional.empty();
        }
        return switch (kind) {
            case "text" -> value instanceof Map || value instanceof Collection ? Optional.empty() : text(value + "");
            case "number" -> number(value);
            case "choice" -> choice(String.valueOf(value));
            case "entries" -> entries(value);
            default -> Optional.empty();
        };
    }

    private Optional<String> text(String value) {
        if (isOut(BigDecimal.valueOf(value.length()))) {
            return Optional.of("has " + value.length() + " characters, but must have " + range() + ".");
        }
        if (pattern.isEmpty() || Pattern.matches(pattern, value)) {
            return Optional.empty();
        }
        // What is in a map may be a secret.
        return Optional.of((place.endsWith("{}") ? "must have " : "is '" + value + "', but must be ") + words + ".");
    }

    private Optional<String> number(Object value) {
        try {
            return isOut(new BigDecimal(value.toString()))
                    ? Optional.of("is " + value + ", but must be " + range() + ".")
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of("is '" + value + "', but must be a number.");
        }
    }

    private Optional<String> choice(String value) {
        List<String> choices = List.of(pattern.split("\\|"));
        return choices.contains(value)
                ? Optional.empty()
                : Optional.of("is '" + value + "', but must be " + NearNames.choice(choices) + ".");
    }

    private Optional<String> entries(Object value) {
        int size = value instanceof Collection<?> c ? c.size() : value instanceof Map<?, ?> m ? m.size() : -1;
        return size >= 0 && isOut(BigDecimal.valueOf(size))
                ? Optional.of("has " + size + " entries, but must have " + range() + ".")
                : Optional.empty();
    }

    private boolean isOut(BigDecimal number) {
        return least != null && number.compareTo(least) < 0 || most != null && number.compareTo(most) > 0;
    }

    private String range() {
        if (most == null) {
            return "at least " + least;
        }
        return least == null ? "at most " + most : least + " to " + most;
    }
}
