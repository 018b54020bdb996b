package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Descriptor;
import hudson.model.StringParameterDefinition;
import java.util.logging.Level;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ExtensionsTest {

    public interface Greeter extends ExtensionPoint {}

    @Extension(ordinal = 1)
    public static class Late implements Greeter {}

    @Extension(ordinal = 5)
    public static class Early implements Greeter {}

    @TestExtension("aTestExtensionBelongsToItsTest")
    public static class OnlyOnce implements Greeter {}

    @TestExtension
    public static class Always implements Greeter {}

    @TestExtension("aBrokenExtensionIsLoggedAndLeftOut")
    public static class Broken implements Greeter {
        public Broken() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void extensionsAreListedByOrdinal(JenkinsRule r) {
        assertThat(ExtensionList.lookup(Greeter.class))
                .hasExactlyElementsOfTypes(Early.class, Late.class, Always.class);
        assertThat(ExtensionList.lookupFirst(Greeter.class)).isInstanceOf(Early.class);
        assertThat(ExtensionList.lookupSingleton(Early.class)).isSameAs(ExtensionList.lookupSingleton(Early.class));
    }

    @Test
    void aTestExtensionBelongsToItsTest(JenkinsRule r) {
        assertThat(ExtensionList.lookup(Greeter.class)).hasAtLeastOneElementOfType(OnlyOnce.class);
    }

    @Test
    void lookupSingletonSaysHowManyThereAre(JenkinsRule r) {
        assertThatThrownBy(() -> ExtensionList.lookupSingleton(Greeter.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Greeter.class.getName())
                .hasMessageContaining("3");
    }

    @Test
    void aBrokenExtensionIsLoggedAndLeftOut(JenkinsRule r) {
        try (LogRecorder log =
                new LogRecorder().record(Extensions.class, Level.WARNING).capture(9)) {
            assertThat(ExtensionList.lookup(Broken.class)).isEmpty();
            assertThat(log.getRecords())
                    .anySatisfy(record -> assertThat(record.getThrown()).hasMessage("on purpose"));
        }
    }

    @Test
    void descriptorsAreFoundByTypeIdAndSimpleName(JenkinsRule r) {
        Descriptor<?> byType = Jenkins.get().getDescriptor(StringParameterDefinition.class);

        assertThat(byType).isInstanceOf(StringParameterDefinition.DescriptorImpl.class);
        assertThat(Jenkins.get().getDescriptor(StringParameterDefinition.class.getName()))
                .isSameAs(byType);
        assertThat(Jenkins.get().getDescriptor("StringParameterDefinition")).isSameAs(byType);
        assertThat(Jenkins.get().getDescriptorByType(StringParameterDefinition.DescriptorImpl.class))
                .isSameAs(byType);
        assertThat(GlobalConfiguration.all()).contains(JenkinsLocationConfiguration.get());
    }
}
