package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The checks as the {@code junit} step reads them. */
record JUnitXml(String endpoint) {

    byte[] write(List<Check> checks) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "endpoint " + endpoint);
            xml.writeAttribute("tests", Integer.toString(checks.size()));
            xml.writeAttribute(
                    "failures",
                    Long.toString(
                            checks.stream().filter(check -> !check.passed()).count()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            xml.writeAttribute(
                    "time", seconds(checks.stream().mapToLong(Check::micros).sum()));
            for (Check check : checks) {
                testCase(xml, check);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML that cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private void testCase(XMLStreamWriter xml, Check check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        // Jenkins takes what stands before the last dot for the package, so the name's own dots must not count.
        xml.writeAttribute("classname", "endpoint." + legal(endpoint).replace('.', '_') + "." + check.group());
        xml.writeAttribute("name", legal(check.name()));
        xml.writeAttribute("time", seconds(check.micros()));
        if (!check.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", legal(check.complaint()));
            xml.writeAttribute("type", check.group());
            xml.writeCharacters(legal(check.name() + ": " + check.complaint()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.6f", micros / 1e6);
    }

    /** Without the characters that XML 1.0 cannot hold; an answer may have any. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
