package io.jenkins.plugins.sagemaker.nag.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Ruby 3.1 prints and splits values. Verdicts depend on it: {@code Fn::Join} over an unresolved reference yields
 * the printed form of a map, and truth tests compare printed forms.
 */
final class RubyText {
    private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([-+]?\\d[\\d_]{0,99})");
    private static final int PLAIN_EXPONENT = 16;

    private RubyText() {}

    /** The value as {@code to_s} prints it; null is the empty text. */
    static String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Symbol symbol) {
            return symbol.name();
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        return value instanceof Map || value instanceof List ? inspect(value) : value.toString();
    }

    /** The value as {@code inspect} prints it: texts quoted, maps with {@code =>}. */
    static String inspect(Object value) {
        var out = new BoundedText();
        inspect(value, out);
        return out.toString();
    }

    private static void inspect(Object value, BoundedText out) {
        if (value == null) {
            out.append("nil");
        } else if (value instanceof String text) {
            out.append("\"")
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                    .append("\"");
        } else if (value instanceof Symbol symbol) {
            out.append(":").append(symbol.name());
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (var entry : map.entrySet()) {
                out.append(separator);
                inspect(entry.getKey(), out);
                out.append("=>");
                inspect(entry.getValue(), out);
                separator = ", ";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                out.append(separator);
                inspect(item, out);
                separator = ", ";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else {
            out.append(of(value));
        }
    }

    private static String decimal(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        var exact = new BigDecimal(Double.toString(number));
        int exponent = exact.precision() - exact.scale() - 1;
        if (number != 0 && (exponent >= PLAIN_EXPONENT || exponent < -4)) {
            var digits = exact.stripTrailingZeros().unscaledValue().abs().toString();
            String fraction = digits.length() > 1 ? digits.substring(1) : "0";
            return "%s%s.%se%s%02d"
                    .formatted(
                            number < 0 ? "-" : "",
                            digits.charAt(0),
                            fraction,
                            exponent < 0 ? "-" : "+",
                            Math.abs(exponent));
        }
        String plain = number == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    /** Joins with nested lists flattened, every other member printed. */
    static String join(List<?> items, String delimiter) {
        var out = new BoundedText();
        join(items, delimiter, out);
        return out.toString();
    }

    private static void join(List<?> items, String delimiter, BoundedText out) {
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            if (item instanceof List<?> nested) {
                join(nested, delimiter, out);
            } else {
                out.append(of(item));
            }
            separator = delimiter;
        }
    }

    /** Splits at each delimiter and drops empty texts from the end; a single space or none splits at white space. */
    static List<String> split(String text, String delimiter) {
        String[] parts = delimiter == null || delimiter.equals(" ")
                ? text.stripLeading().split("\\s+")
                : text.split(Pattern.quote(delimiter));
        if (text.isEmpty() || (parts.length == 1 && parts[0].isEmpty())) {
            return List.of();
        }
        return new ArrayList<>(List.of(parts));
    }

    /** The integer that a text begins with, 0 if none. */
    static BigInteger leadingInteger(String text) {
        Matcher digits = LEADING_INTEGER.matcher(text);
        return digits.lookingAt()
                ? new BigInteger(digits.group(1).replace("_", "").replace("+", ""))
                : BigInteger.ZERO;
    }

    /** At most so many characters of a text, for messages. */
    static String abbreviate(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
