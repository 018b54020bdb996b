package io.jenkins.plugins.sagemaker.nag.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives an unquoted scalar its YAML 1.1 type as Psych 3.3.2 does: {@code yes} is true, {@code 017} is 15,
 * {@code 1,000} is 1000, {@code 22:22} is sexagesimal, {@code 1e3} and {@code 0128} stay text.
 */
final class Scalars {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(1[012]|0\\d|\\d)-([12]\\d|3[01]|0\\d|\\d)");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}(\\.[0-9_]*)?");
    private static final Pattern TIME = Pattern.compile("(-?\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt]|\\s+)"
            + "(\\d{1,2}):(\\d\\d):(\\d\\d)(?:\\.\\d*)?(?:\\s*(?:Z|[-+]\\d{1,2}:?(?:\\d\\d)?))?");
    private static final Pattern REAL =
            Pattern.compile("[-+]?(?=\\.?\\d)(\\d+(_\\d+)*)?(\\.\\d+(_\\d+)*)?([eE][-+]?\\d+)?");
    private static final Pattern FLOAT = Pattern.compile("[-+]?([0-9][0-9_,]*)?\\.[0-9]*([eE][-+][0-9]+)?");
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?(0b[0-1_,]+|0[0-7_,]+|0|[1-9][0-9_,]*|0x[0-9a-fA-F_,]+)");
    private static final int LONGEST_WORD = 5;

    /** Reading digits takes time that grows with the square of their number. */
    private static final int LONGEST_NUMBER = 500;

    private Scalars() {}

    /** Returns null, Boolean, Long, BigInteger, Double, LocalDate, LocalDateTime, {@link Symbol} or the text itself. */
    static Object read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        boolean symbol = first == ':' && text.length() > 1;
        boolean number = first == '-' || first == '+' || first == '.' || Character.isDigit(first);
        if ((symbol || number) && text.indexOf('\n') < 0) {
            return symbol ? symbol(text) : numeric(text);
        }
        return text.length() > LONGEST_WORD ? text : word(text);
    }

    /** What {@code !!float} makes of a scalar that has been read; nothing if it is no number. */
    static Optional<Double> real(Object scalar) {
        if (scalar instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        return scalar instanceof String text && REAL.matcher(text.strip()).matches()
                ? Optional.of(Double.valueOf(text.strip().replace("_", "")))
                : Optional.empty();
    }

    private static Object word(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "~", "null" -> null;
            case "yes", "true", "on" -> Boolean.TRUE;
            case "no", "false", "off" -> Boolean.FALSE;
            default -> text;
        };
    }

    private static Symbol symbol(String text) {
        char quote = text.charAt(1);
        int end = text.lastIndexOf(quote);
        if ((quote == '"' || quote == '\'') && end > 1) {
            String inner = text.substring(2, end);
            return new Symbol(inner.startsWith(":") ? inner.substring(1) : inner);
        }
        return new Symbol(text.substring(1));
    }

    private static Object numeric(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return text;
        }
        if (text.equalsIgnoreCase(".inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (text.equalsIgnoreCase("-.inf")) {
            return Double.NEGATIVE_INFINITY;
        }
        if (text.equalsIgnoreCase(".nan")) {
            return Double.NaN;
        }
        if (INTEGER.matcher(text).matches()) {
            return integer(text);
        }
        if (text.indexOf(':') > 0) {
            return SEXAGESIMAL.matcher(text).matches() ? sexagesimal(text) : time(text);
        }
        if (text.indexOf('.') >= 0) {
            return FLOAT.matcher(text).matches() ? decimal(text) : text;
        }
        return date(text);
    }

    private static Object date(String text) {
        var parts = DATE.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException noSuchDay) {
            return text;
        }
    }

    private static Object time(String text) {
        var parts = TIME.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        int hour = Integer.parseInt(parts.group(4));
        int minute = Integer.parseInt(parts.group(5));
        int second = Integer.parseInt(parts.group(6));
        int day = Integer.parseInt(parts.group(3));
        int month = Integer.parseInt(parts.group(2));
        boolean late = hour == 24 && minute + second > 0;
        if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || late || minute > 59 || second > 60) {
            return text;
        }
        // Ruby reckons on from what a month or a minute does not have.
        return LocalDate.of(Integer.parseInt(parts.group(1)), month, 1)
                .atStartOfDay()
                .plusDays(day - 1L)
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second);
    }

    private static Object integer(String text) {
        boolean negative = text.charAt(0) == '-';
        String digits = (negative || text.charAt(0) == '+' ? text.substring(1) : text)
                .replace("_", "")
                .replace(",", "");
        int radix = 10;
        if (digits.startsWith("0x")) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.startsWith("0b")) {
            radix = 2;
            digits = digits.substring(2);
        } else if (digits.startsWith("0")) {
            radix = 8;
        }
        if (digits.isEmpty()) {
            return text;
        }
        return normal(new BigInteger(negative ? "-" + digits : digits, radix));
    }

    private static Number normal(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static Object decimal(String text) {
        String digits = text.replace("_", "").replace(",", "");
        return digits.matches("[-+]?\\.([eE].*)?") ? text : (Object) Double.valueOf(digits);
    }

    private static Number sexagesimal(String text) {
        // Base 60 with the leftmost place fixed at 3600, as Psych counts: 22:22 is 22 hours and 22 minutes.
        String[] places = text.replace("_", "").split(":", -1);
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < places.length; i++) {
            String place = places[i].endsWith(".") ? places[i] + "0" : places[i];
            total = total.add(
                    new BigDecimal(place).multiply(BigDecimal.valueOf(60).pow(Math.abs(i - 2))));
        }
        return text.indexOf('.') >= 0 ? (Number) total.doubleValue() : normal(total.toBigIntegerExact());
    }
}
