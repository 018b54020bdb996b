package io.jenkins.plugins.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The finished plugin file, as a Jenkins would find it. Runs once it has been packaged, so not with the other tests. */
class PluginFileCheck {

    private static final Path PLUGIN_FILE = Path.of("target", "sagemaker-steps.hpi");

    @Test
    void bringsOurJarAndTheTwoClientsThatNoPluginHas() throws IOException {
        try (var hpi = new JarFile(PLUGIN_FILE.toFile())) {
            assertThat(hpi.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith("WEB-INF/lib/") && !name.endsWith("/")))
                    .containsExactlyInAnyOrder(
                            "WEB-INF/lib/sagemaker-steps.jar",
                            "WEB-INF/lib/sagemaker-2.40.2.jar",
                            "WEB-INF/lib/sagemakerruntime-2.40.2.jar");
        }
    }

    @Test
    void saysWhatItIsAndNeedsInBothManifests() throws IOException {
        try (var hpi = new JarFile(PLUGIN_FILE.toFile());
                InputStream file = hpi.getInputStream(hpi.getEntry("WEB-INF/lib/sagemaker-steps.jar"));
                var jar = new JarInputStream(file)) {
            for (Attributes manifest : new Attributes[] {
                hpi.getManifest().getMainAttributes(), jar.getManifest().getMainAttributes()
            }) {
                assertThat(manifest.getValue("Short-Name")).isEqualTo("sagemaker-steps");
                assertThat(manifest.getValue("Long-Name")).isEqualTo("Amazon SageMaker Pipeline Steps");
                assertThat(manifest.getValue("Group-Id")).isEqualTo("io.jenkins.plugins");
                assertThat(manifest.getValue("Plugin-Version")).isNotBlank();
                assertThat(manifest.getValue("Jenkins-Version")).isEqualTo("2.541.3");
                assertThat(manifest.getValue("Minimum-Java-Version")).isEqualTo("17");
                assertThat(manifest.getValue("Plugin-Dependencies"))
                        .contains("workflow-step-api:", "aws-java-sdk2-core:", "credentials:");
            }
        }
    }

    @Test
    void listsItsExtensionsAndSymbols() throws IOException {
        try (var hpi = new JarFile(PLUGIN_FILE.toFile());
                InputStream file = hpi.getInputStream(hpi.getEntry("WEB-INF/lib/sagemaker-steps.jar"));
                var jar = new JarInputStream(file)) {
            var names = new java.util.ArrayList<String>();
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                names.add(entry.getName());
            }
            assertThat(names)
                    .contains("META-INF/annotations/hudson.Extension", "META-INF/annotations/org.jenkinsci.Symbol")
                    .contains("index.jelly", "io/jenkins/plugins/sagemaker/jenkins/step/SageMakerTrainStep.stapler");
        }
    }
}
