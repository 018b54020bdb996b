package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The fields of a class's form, read from its {@code config.jelly} and the pages that it includes. Nothing is rendered. */
public final class FormFields {
    private static final String FORM = "config.jelly";
    private static final String FIELD = "field";

    private FormFields() {}

    /** The names of the properties that the form can show; none where there is no form. */
    public static Set<String> of(Class<?> type) {
        Set<String> fields = new LinkedHashSet<>();
        collect(type, FORM, fields, new LinkedHashSet<>());
        return fields;
    }

    private static void collect(Class<?> type, String page, Set<String> fields, Set<String> seen) {
        if (!seen.add(page)) {
            return;
        }
        Document view = view(type, page);
        if (view == null) {
            return;
        }
        NodeList elements = view.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.hasAttribute(FIELD)) {
                fields.add(element.getAttribute(FIELD));
            }
            if (element.getTagName().equals("st:include")) {
                collect(type, element.getAttribute("page"), fields, seen);
            }
        }
    }

    /** A view of the class or, where it has none of that name, of the class above it, as Stapler finds them. */
    private static Document view(Class<?> type, String page) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            String path = c.getName().replace('.', '/').replace('$', '/') + "/" + page;
            ClassLoader loader = c.getClassLoader() == null ? ClassLoader.getSystemClassLoader() : c.getClassLoader();
            try (InputStream source = loader.getResourceAsStream(path)) {
                if (source != null) {
                    return parse(source, path);
                }
            } catch (IOException e) {
                throw new IllegalArgumentException(path + " cannot be read: " + e.getMessage(), e);
            }
        }
        return null;
    }

    private static Document parse(InputStream source, String path) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(source);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(path + " is no Jelly script: " + e.getMessage(), e);
        }
    }
}
