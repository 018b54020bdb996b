package hudson.util;

import hudson.Util;
import java.io.IOException;
import java.io.Serial;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;

/** What a form says about a field. */
public abstract class FormValidation extends IOException implements HttpResponse {
    @Serial
    private static final long serialVersionUID = 1L;

    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** How bad it is. */
    public enum Kind {
        OK,
        WARNING,
        ERROR
    }

    public static FormValidation ok() {
        return respond(Kind.OK, null);
    }

    public static FormValidation ok(String message) {
        return okWithMarkup(Util.escape(message));
    }

    public static FormValidation ok(String format, Object... args) {
        return ok(String.format(format, args));
    }

    public static FormValidation okWithMarkup(String message) {
        return respond(Kind.OK, message);
    }

    public static FormValidation warning(String message) {
        return warningWithMarkup(Util.escape(message));
    }

    public static FormValidation warning(String format, Object... args) {
        return warning(String.format(format, args));
    }

    public static FormValidation warning(Throwable e, String message) {
        return warning(message);
    }

    public static FormValidation warningWithMarkup(String message) {
        return respond(Kind.WARNING, message);
    }

    public static FormValidation error(String message) {
        return errorWithMarkup(message == null ? null : Util.escape(message));
    }

    public static FormValidation error(String format, Object... args) {
        return error(String.format(format, args));
    }

    public static FormValidation error(Throwable e, String message) {
        return error(message);
    }

    public static FormValidation error(Throwable e, String format, Object... args) {
        return error(String.format(format, args));
    }

    public static FormValidation errorWithMarkup(String message) {
        return respond(Kind.ERROR, message);
    }

    public static FormValidation respond(Kind kind, String html) {
        return new FormValidation(kind, html) {
            @Serial
            private static final long serialVersionUID = 1L;
        };
    }

    /** The worst of them, with all messages. */
    public static FormValidation aggregate(Collection<FormValidation> validations) {
        if (validations.isEmpty()) {
            return ok();
        }
        if (validations.size() == 1) {
            return validations.iterator().next();
        }
        Kind worst = Kind.OK;
        StringBuilder html = new StringBuilder("<ul style='list-style-type: none; padding-left: 0; margin: 0'>");
        for (FormValidation each : validations) {
            html.append("<li>").append(each.renderHtml()).append("</li>");
            worst = each.kind.ordinal() > worst.ordinal() ? each.kind : worst;
        }
        return respond(worst, html.append("</ul>").toString());
    }

    public static FormValidation validateRequired(String value) {
        return Util.fixEmptyAndTrim(value) == null ? error("This field is required") : ok();
    }

    public static FormValidation validatePositiveInteger(String value) {
        return integer(value, 1, "Not a positive integer");
    }

    public static FormValidation validateNonNegativeInteger(String value) {
        return integer(value, 0, "Not a non-negative integer");
    }

    private static FormValidation integer(String value, int least, String otherwise) {
        try {
            return Integer.parseInt(value) < least ? error(otherwise) : ok();
        } catch (NumberFormatException e) {
            return error("Not an integer");
        }
    }

    public String renderHtml() {
        if (getMessage() == null) {
            return "<div/>";
        }
        return "<div class=" + kind.name().toLowerCase(java.util.Locale.ENGLISH) + ">" + getMessage() + "</div>";
    }

    @Override
    public String toString() {
        return kind + (getMessage() == null ? "" : ": " + getMessage());
    }
}
