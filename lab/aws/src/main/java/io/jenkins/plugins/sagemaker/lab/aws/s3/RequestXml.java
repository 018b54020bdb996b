package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML body of S3, read without regard to name spaces, as S3 does. Document types are refused. */
final class RequestXml {

    private final Element element;

    private RequestXml(Element element) {
        this.element = element;
    }

    static RequestXml parse(byte[] body) throws AwsError {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The parser's own handler would write to the console.
            builder.setErrorHandler(new DefaultHandler());
            return new RequestXml(builder.parse(new ByteArrayInputStream(body)).getDocumentElement());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This JDK's XML parser cannot be made safe.", e);
        } catch (SAXException | IOException e) {
            throw S3Errors.malformedXml();
        }
    }

    List<RequestXml> children(String name) {
        List<RequestXml> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                children.add(new RequestXml(child));
            }
        }
        return children;
    }

    /** The text of a child, or null. */
    String text(String name) {
        List<RequestXml> children = children(name);
        return children.isEmpty() ? null : children.get(0).element.getTextContent();
    }

    /** Reads {@code <Tagging><TagSet><Tag><Key/><Value/></Tag>...}. */
    static Map<String, String> tags(byte[] body) throws AwsError {
        Map<String, String> tags = new LinkedHashMap<>();
        for (RequestXml set : parse(body).children("TagSet")) {
            for (RequestXml tag : set.children("Tag")) {
                if (tag.text("Key") == null || tag.text("Value") == null) {
                    throw S3Errors.malformedXml();
                }
                tags.put(tag.text("Key"), tag.text("Value"));
            }
        }
        return tags;
    }
}
