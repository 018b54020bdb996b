package org.jenkinsci.plugins.structs.describable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groovy.lang.GString;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.Secret;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.GStringImpl;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

@WithJenkins
class DescribableModelTest {

    public enum Mode {
        FAST,
        SAFE
    }

    public abstract static class Shape extends AbstractDescribableImpl<Shape> {}

    public static class Circle extends Shape {
        private final int radius;

        @DataBoundConstructor
        public Circle(int radius) {
            this.radius = radius;
        }

        public int getRadius() {
            return radius;
        }

        @Extension
        @Symbol("probeCircle")
        public static class DescriptorImpl extends Descriptor<Shape> {}
    }

    public static class Drawing extends AbstractDescribableImpl<Drawing> {
        private final String name;
        private Mode mode = Mode.SAFE;
        private long size = 7;
        private List<Shape> shapes = new ArrayList<>();
        private String[] tags = {};
        private Map<String, Object> settings = new LinkedHashMap<>();
        private Double factor;
        private Secret secret;

        @DataBoundConstructor
        public Drawing(String name) {
            if (name != null && name.isEmpty()) {
                throw new IllegalArgumentException("a drawing needs a name");
            }
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public Mode getMode() {
            return mode;
        }

        @DataBoundSetter
        public void setMode(Mode mode) {
            this.mode = mode;
        }

        public long getSize() {
            return size;
        }

        @DataBoundSetter
        public void setSize(long size) {
            this.size = size;
        }

        public List<Shape> getShapes() {
            return shapes;
        }

        @DataBoundSetter
        public void setShapes(List<Shape> shapes) {
            this.shapes = shapes;
        }

        public String[] getTags() {
            return tags;
        }

        @DataBoundSetter
        public void setTags(String[] tags) {
            this.tags = tags;
        }

        public Map<String, Object> getSettings() {
            return settings;
        }

        @DataBoundSetter
        public void setSettings(Map<String, Object> settings) {
            this.settings = settings;
        }

        public Double getFactor() {
            return factor;
        }

        @DataBoundSetter
        public void setFactor(Double factor) {
            this.factor = factor;
        }

        public Secret getSecret() {
            return secret;
        }

        @DataBoundSetter
        public void setSecret(Secret secret) {
            this.secret = secret;
        }

        @Extension
        @Symbol("probeDrawing")
        public static class DescriptorImpl extends Descriptor<Drawing> {}
    }

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private Drawing draw(Map<String, ?> arguments) {
        return DescribableModel.of(Drawing.class)
                .instantiate(arguments, new StreamTaskListener(console, StandardCharsets.UTF_8));
    }

    private static GString gstring(Object value) {
        return new GStringImpl(new Object[] {value}, new String[] {"<", ">"});
    }

    @Test
    void argumentsAreCoercedToThePropertiesTypes(JenkinsRule r) {
        Drawing d = draw(Map.of(
                "name",
                gstring(1),
                "mode",
                "FAST",
                "size",
                12,
                "tags",
                List.of("a", gstring("b")),
                "factor",
                "2.5",
                "settings",
                Map.of("epochs", 10, "nested", Map.of("x", List.of(1)))));

        assertThat(d.name).isEqualTo("<1>");
        assertThat(d.mode).isSameAs(Mode.FAST);
        assertThat(d.size).isEqualTo(12);
        assertThat(d.tags).containsExactly("a", "<b>");
        assertThat(d.factor).isEqualTo(2.5);
        assertThat(d.settings).isEqualTo(Map.of("epochs", 10, "nested", Map.of("x", List.of(1))));
    }

    @Test
    void nestedDescribablesComeBySymbolOrClass(JenkinsRule r) {
        Drawing d = draw(Map.of(
                "name",
                "n",
                "shapes",
                List.of(
                        new UninstantiatedDescribable("probeCircle", null, Map.of("<anonymous>", 3)),
                        Map.of("$class", "Circle", "radius", "4"),
                        Map.of("$class", Circle.class.getName()))));

        assertThat(d.shapes).extracting(s -> ((Circle) s).getRadius()).containsExactly(3, 4, 0);
    }

    @Test
    void anUnknownArgumentIsOnlyWarnedOf(JenkinsRule r) {
        draw(Map.of("name", "n", "colour", "red"));
        assertThat(console.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "WARNING: Unknown parameter(s) found for class type '" + Drawing.class.getName() + "': colour");
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheName(JenkinsRule r) {
        assertThatThrownBy(() -> draw(Map.of("name", "n", "size", "big")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Drawing.class.getName())
                .hasMessageContaining("setSize");
        assertThatThrownBy(() -> draw(Map.of("name", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("a drawing needs a name");
        assertThatThrownBy(() -> draw(Map.of(
                        "name", "n", "shapes", List.of(new UninstantiatedDescribable("hexagon", null, Map.of())))))
                .hasMessageContaining("hexagon");
        assertThatThrownBy(() -> draw(Map.of("name", List.of(1), "secret", Secret.fromString("x"))))
                .message()
                .doesNotContain("[1]");
    }

    @Test
    void onlyWhatDiffersFromTheDefaultsIsWritten(JenkinsRule r) {
        Drawing d = new Drawing("n");
        d.setMode(Mode.SAFE);
        d.setSize(8);
        d.setShapes(List.of(new Circle(5)));

        UninstantiatedDescribable written = DescribableModel.uninstantiate2_(d);

        assertThat(written.getSymbol()).isEqualTo("probeDrawing");
        assertThat(written.toMap())
                .isEqualTo(Map.of("name", "n", "size", 8L, "shapes", List.of(Map.of("$class", "Circle", "radius", 5))));
        assertThat(written).hasToString("@probeDrawing(name=n,shapes=[@probeCircle$Circle(radius=5)],size=8)");
    }

    @Test
    void parametersAreListedMandatoryFirst(JenkinsRule r) {
        assertThat(DescribableModel.of(Drawing.class).getParameters())
                .extracting(DescribableParameter::getName)
                .containsExactly("name", "factor", "mode", "secret", "settings", "shapes", "size", "tags");
        assertThat(DescribableModel.of(Drawing.class).getSoleRequiredParameter().getName())
                .isEqualTo("name");
    }
}
