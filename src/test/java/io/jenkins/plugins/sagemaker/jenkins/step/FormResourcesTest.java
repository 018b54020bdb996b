package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jenkins.model.GlobalConfiguration;
import org.assertj.core.api.SoftAssertions;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;
import org.w3c.dom.Element;

/** Every property has its field and its help, every form is well made. */
@WithJenkins
class FormResourcesTest {

    private static final String OURS = "io.jenkins.plugins.sagemaker.jenkins.";
    private static final Pattern CALL = Pattern.compile("\\bdescriptor\\.(\\w+)\\(");
    private static final Pattern INCLUDE = Pattern.compile("<st:include page=\"([^\"]+)\"");

    private static List<Descriptor<?>> descriptors() {
        List<Descriptor<?>> ours = new ArrayList<>();
        for (Descriptor<?> d : ExtensionList.lookup(Descriptor.class)) {
            if (d.getClass().getName().startsWith(OURS)) {
                ours.add(d);
            }
        }
        return ours;
    }

    private static Set<String> properties(Class<?> type) {
        if (!GlobalConfiguration.class.isAssignableFrom(type)) {
            return new TreeSet<>(DescribableModel.of(type).getParameters().stream()
                    .map(DescribableParameter::getName)
                    .toList());
        }
        Set<String> names = new TreeSet<>();
        for (Method m : type.getMethods()) {
            if (m.isAnnotationPresent(DataBoundSetter.class)) {
                names.add(Character.toLowerCase(m.getName().charAt(3))
                        + m.getName().substring(4));
            }
        }
        return names;
    }

    /** A view of the class or of one above it. */
    private static byte[] view(Class<?> type, String name) throws IOException {
        for (Class<?> c = type; c != null && c.getName().startsWith(OURS); c = c.getSuperclass()) {
            String path = "/" + c.getName().replace('.', '/').replace('$', '/') + "/" + name;
            try (InputStream in = FormResourcesTest.class.getResourceAsStream(path)) {
                if (in != null) {
                    return in.readAllBytes();
                }
            }
        }
        return new byte[0];
    }

    /** Field to default, empty if none is given. */
    private static Map<String, String> fields(Class<?> type, String page) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(view(type, page)));
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (Set.of("f:entry", "f:optionalProperty").contains(element.getTagName())
                    && element.hasAttribute("field")) {
                fields.put(element.getAttribute("field"), defaultIn(element));
            } else if (element.getTagName().equals("st:include")) {
                fields.putAll(fields(type, element.getAttribute("page")));
            }
        }
        return fields;
    }

    private static String defaultIn(Element entry) {
        var controls = entry.getElementsByTagName("*");
        for (int i = 0; i < controls.getLength(); i++) {
            Element control = (Element) controls.item(i);
            if (control.hasAttribute("default")) {
                return control.getAttribute("default");
            }
        }
        return "";
    }

    @Test
    void everyPropertyHasAFieldAndEveryFieldIsAProperty(JenkinsRule r) throws Exception {
        assertThat(descriptors()).hasSizeGreaterThanOrEqualTo(9);
        var softly = new SoftAssertions();
        for (Descriptor<?> d : descriptors()) {
            softly.assertThat(fields(d.clazz, "config.jelly").keySet())
                    .as(d.clazz.getName())
                    .containsExactlyInAnyOrderElementsOf(properties(d.clazz));
        }
        softly.assertAll();
    }

    /** Stapler makes 0 of an empty text for every other boxed number. */
    @Test
    void aNumberThatNeedNotBeGivenStaysAwayWhenItsFieldIsEmpty(JenkinsRule r) {
        var softly = new SoftAssertions();
        for (Descriptor<?> d : descriptors()) {
            if (!(d instanceof GlobalConfiguration)) {
                DescribableModel.of(d.clazz).getParameters().stream()
                        .filter(parameter ->
                                !parameter.isRequired() && Number.class.isAssignableFrom(parameter.getErasedType()))
                        .forEach(parameter -> softly.assertThat(parameter.getErasedType())
                                .as(d.clazz.getName() + "." + parameter.getName())
                                .isIn(Integer.class, Double.class, Float.class));
            }
        }
        softly.assertAll();
    }

    /** A form that calls a method which is not there shows something else, without a word. */
    @Test
    void everyMethodThatAFormCallsIsThere(JenkinsRule r) throws Exception {
        var softly = new SoftAssertions();
        for (Descriptor<?> d : descriptors()) {
            for (String called : called(d.clazz, "config.jelly")) {
                softly.assertThat(d.getClass().getMethods())
                        .as(d.clazz.getName() + ": " + called)
                        .anyMatch(method -> method.getName().equals(called));
            }
        }
        softly.assertAll();
        assertThat(called(Channel.class, "config.jelly")).containsExactly("lines");
    }

    /** Methods of the descriptor. */
    private static Set<String> called(Class<?> type, String page) throws IOException {
        String view = new String(view(type, page), StandardCharsets.UTF_8);
        Set<String> called = new TreeSet<>();
        CALL.matcher(view).results().forEach(call -> called.add(call.group(1)));
        for (MatchResult include : INCLUDE.matcher(view).results().toList()) {
            called.addAll(called(type, include.group(1)));
        }
        return called;
    }

    @Test
    void everyPropertyHasHelp(JenkinsRule r) throws Exception {
        var softly = new SoftAssertions();
        for (Descriptor<?> d : descriptors()) {
            for (String property : properties(d.clazz)) {
                softly.assertThat(text(d.clazz, "help-" + property + ".html"))
                        .as(d.clazz.getName() + "." + property)
                        .hasSizeGreaterThan(10);
            }
            if (d instanceof StepDescriptor) {
                softly.assertThat(text(d.clazz, "help.html"))
                        .as(d.clazz.getName())
                        .hasSizeGreaterThan(10);
            }
        }
        softly.assertAll();
    }

    private static String text(Class<?> type, String view) throws IOException {
        return new String(view(type, view), StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", "")
                .trim();
    }

    @Test
    void aFormBeginsWithTheDefaultsOfTheStep(JenkinsRule r) throws Exception {
        var softly = new SoftAssertions();
        for (Descriptor<?> d : descriptors()) {
            if (!(d instanceof GlobalConfiguration)) {
                Object fresh = fresh(d.clazz);
                for (var field : fields(d.clazz, "config.jelly").entrySet()) {
                    softly.assertThat(field.getValue())
                            .as(d.clazz.getName() + "." + field.getKey())
                            .isEqualTo(formDefault(fresh, field.getKey()));
                }
            }
        }
        softly.assertAll();
    }

    private static Object fresh(Class<?> type) throws Exception {
        return DescribableModel.of(type).instantiate(Map.of(), null);
    }

    /** What a control has to be told; the first of a choice, an empty text and a box without a tick come by themselves. */
    private static String formDefault(Object fresh, String property) throws Exception {
        Object value = valueOf(fresh, property);
        if (value == null || value.equals("") || value.equals(false)) {
            return "";
        }
        if (value instanceof Enum<?> constant) {
            assertThat(constant.ordinal()).as(property).isZero();
            return "";
        }
        return String.valueOf(value);
    }

    private static Object valueOf(Object bean, String property) throws Exception {
        String name = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        try {
            return bean.getClass().getMethod("get" + name).invoke(bean);
        } catch (NoSuchMethodException e) {
            return bean.getClass().getMethod("is" + name).invoke(bean);
        }
    }

    @Test
    void everyJellyFileEscapesAndHasNothingInline() throws Exception {
        URI known = FormResourcesTest.class
                .getResource("/io/jenkins/plugins/sagemaker/jenkins/step/AwsStep/aws.jelly")
                .toURI();
        if (known.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(known, Map.of())) {
                checkJellies(jar.getPath("/io/jenkins/plugins/sagemaker"));
            }
        } else {
            checkJellies(Path.of(known).resolve("../../../..").normalize());
        }
    }

    private static void checkJellies(Path folder) throws IOException {
        var softly = new SoftAssertions();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> jellies =
                    files.filter(f -> f.toString().endsWith(".jelly")).toList();
            softly.assertThat(jellies).hasSizeGreaterThan(5);
            for (Path jelly : jellies) {
                softly.assertThat(Files.readString(jelly))
                        .as(jelly.toString())
                        .startsWith("<?jelly escape-by-default='true'?>")
                        .doesNotContainPattern("(?i)<script|<style|\\sstyle=|\\son[a-z]+=|checkUrl");
            }
        }
        softly.assertAll();
    }
}
