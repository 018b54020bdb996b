package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of Fn::Sub, taken apart into literals and variables. */
final class SubText {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private SubText() {}

    /** A piece of the text: a literal, or the name of a variable. */
    record Piece(boolean variable, String text) {}

    static List<Piece> pieces(String text) throws TemplateException {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            pieces.add(new Piece(false, text.substring(from, matcher.start())));
            String name = matcher.group(1).strip();
            if (name.startsWith("!")) {
                pieces.add(new Piece(false, "${" + name.substring(1) + "}"));
            } else if (name.matches("[A-Za-z0-9_.:]+")) {
                pieces.add(new Piece(true, name));
            } else {
                throw new TemplateException(
                        "Template error: variable names in Fn::Sub syntax must contain only alphanumeric"
                                + " characters, underscores, periods, and colons");
            }
            from = matcher.end();
        }
        pieces.add(new Piece(false, text.substring(from)));
        return pieces;
    }
}
