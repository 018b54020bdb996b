package io.jenkins.plugins.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The official build and the lab build are two builds of the same plugin. */
class PomsAgreeTest {

    private static final Path ROOT = Path.of("..", "..");

    private final Document official = read("pom.xml");
    private final Document lab = read("lab/pom.xml");
    private final Document labPlugin = read("lab/plugin/pom.xml");

    @Test
    void everyVersionThatBothNameIsTheSame() {
        Map<String, String> ours = versions(official);
        Map<String, String> theirs = versions(lab);
        ours.keySet().retainAll(theirs.keySet());
        theirs.keySet().retainAll(ours.keySet());

        assertThat(ours)
                .isNotEmpty()
                .containsKeys("awssdk.version", "tribuo.version")
                .isEqualTo(theirs);
    }

    @Test
    void thePluginFileDependsOnThePluginsThatTheOfficialBuildDependsOn() {
        var declared = new TreeSet<String>();
        for (Element dependency : elements(official, "dependency")) {
            boolean managed =
                    dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
            if (!managed && text(dependency, "scope") == null && text(dependency, "version") == null) {
                declared.add(text(dependency, "artifactId"));
            }
        }
        var written = new TreeSet<String>();
        for (String one : versionsLike(labPlugin, "plugin.dependencies").split(",")) {
            written.add(one.replaceAll(":.*", ""));
        }

        assertThat(declared).isNotEmpty().isEqualTo(written);
    }

    @Test
    void theBundledJarsAreTheSame() {
        assertThat(versionsLike(official, "hpi.bundledArtifacts")).isEqualTo("sagemaker,sagemakerruntime");
        assertThat(elements(labPlugin, "zipfileset"))
                .extracting(e -> e.getAttribute("file"))
                .containsExactly(
                        "${project.build.directory}/sagemaker-steps.jar",
                        "${software.amazon.awssdk:sagemaker:jar}",
                        "${software.amazon.awssdk:sagemakerruntime:jar}");
    }

    private static Map<String, String> versions(Document pom) {
        Map<String, String> versions = new TreeMap<>();
        for (Element properties : elements(pom, "properties")) {
            NodeList children = properties.getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i) instanceof Element e && e.getTagName().endsWith(".version")) {
                    versions.put(e.getTagName(), e.getTextContent());
                }
            }
        }
        return versions;
    }

    private static String versionsLike(Document pom, String property) {
        return elements(pom, property).iterator().next().getTextContent();
    }

    private static String text(Element parent, String child) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element e && e.getTagName().equals(child)) {
                return e.getTextContent();
            }
        }
        return null;
    }

    private static Iterable<Element> elements(Document pom, String name) {
        NodeList found = pom.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document read(String file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(ROOT.resolve(file).toFile());
        } catch (Exception e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
