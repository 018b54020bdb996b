package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The XML that a query service answered, for XPath. */
final class Answer {

    private final Document document;

    Answer(Reply reply) {
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(reply.body()));
        } catch (Exception e) {
            throw new AssertionError("The answer is not XML.", e);
        }
    }

    /** The text of the first element of this name. */
    String text(String name) {
        return texts("//" + name).stream().findFirst().orElse(null);
    }

    /** The texts of all nodes that an XPath finds. */
    List<String> texts(String path) {
        try {
            NodeList nodes = (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int index = 0; index < nodes.getLength(); index++) {
                texts.add(nodes.item(index).getTextContent());
            }
            return texts;
        } catch (Exception e) {
            throw new AssertionError("The path " + path + " cannot be followed.", e);
        }
    }
}
