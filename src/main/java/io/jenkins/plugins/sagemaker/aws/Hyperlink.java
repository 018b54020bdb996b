package io.jenkins.plugins.sagemaker.aws;

import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link inside a line of the build log, between marks that no other text has: whoever prints the line makes of it what readers can click on,
 * or, where there is no such thing, plain text.
 */
public final class Hyperlink {

    // Code points that Unicode reserves for use inside a program.
    private static final char BEGIN = '\uFDD0';
    private static final char MIDDLE = '\uFDD1';
    private static final char END = '\uFDD2';
    private static final Pattern MARKS = Pattern.compile("[" + BEGIN + MIDDLE + END + "]");

    /** An address has nothing in it that would end an attribute of HTML. */
    private static final Pattern LINK = Pattern.compile(
            BEGIN + "(https?://[\\w.:/?#=&%$~!*+,;@()-]+)" + MIDDLE + "([^" + BEGIN + END + "]*)" + END);

    private Hyperlink() {}

    /**
     * @param text what is shown in the line
     * @param url where it leads
     */
    public static String of(String text, String url) {
        return BEGIN + url + MIDDLE + text + END;
    }

    /** The line with each of its links as this function of address and text makes it. */
    public static String render(String line, BinaryOperator<String> link) {
        if (line.indexOf(BEGIN) < 0) {
            return line;
        }
        String rendered =
                LINK.matcher(line).replaceAll(m -> Matcher.quoteReplacement(link.apply(m.group(1), m.group(2))));
        return unmarked(rendered);
    }

    /** The line for readers who cannot click: text and address. */
    public static String plain(String line) {
        return render(line, (url, text) -> text + ": " + url);
    }

    /** Foreign text, in which a mark would be a deception. */
    static String unmarked(String text) {
        return MARKS.matcher(text).replaceAll("");
    }
}
