package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.function.Consumer;

/**
 * An XML document in the making, as the XML protocols of AWS answer: elements and text, no attributes but the name
 * space.
 */
public final class XmlBody {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private XmlBody() {}

    /** A document with this root element; the name space may be empty. */
    public static String document(String root, String namespace, Consumer<XmlBody> content) {
        var xml = new XmlBody();
        xml.text.append('<').append(root);
        if (!namespace.isEmpty()) {
            xml.text.append(" xmlns=\"").append(escape(namespace)).append('"');
        }
        xml.text.append('>');
        content.accept(xml);
        return xml.text.append("</").append(root).append('>').toString();
    }

    /** An element that holds text; a null value writes nothing. */
    public XmlBody element(String name, Object value) {
        if (value != null) {
            text.append('<').append(name).append('>');
            text.append(escape(value.toString()));
            text.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element that holds elements. */
    public XmlBody nested(String name, Consumer<XmlBody> content) {
        text.append('<').append(name).append('>');
        content.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    private static String escape(String value) {
        StringBuilder escaped = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            String replacement = entity(c);
            if (replacement != null && escaped == null) {
                escaped = new StringBuilder(value.length() + 16).append(value, 0, i);
            }
            if (escaped != null) {
                if (replacement == null) {
                    escaped.append(c);
                } else {
                    escaped.append(replacement);
                }
            }
        }
        return escaped == null ? value : escaped.toString();
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\n', '\t' -> null;
            // XML 1.0 has no control characters; S3 writes them as references all the same.
            default -> c < ' ' ? "&#" + (int) c + ";" : null;
        };
    }
}
