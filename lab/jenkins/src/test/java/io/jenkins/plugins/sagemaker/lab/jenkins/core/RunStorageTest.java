package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.InvisibleAction;
import hudson.model.Result;
import hudson.model.Run;
import hudson.util.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.RunAction2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class RunStorageTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    static final class Notes extends InvisibleAction implements RunAction2 {
        final Object note;
        final Secret secret = Secret.fromString("open sesame");
        transient Run<?, ?> run;
        transient String told;

        Notes(Object note) {
            this.note = note;
        }

        @Override
        public void onAttached(Run<?, ?> r) {
            run = r;
            told = "attached";
        }

        @Override
        public void onLoad(Run<?, ?> r) {
            run = r;
            told = "loaded";
        }
    }

    record Pair(String left, String right) {}

    @Test
    void actionsAreReadBackAfterARestart() throws Throwable {
        Map<String, Object> map = new TreeMap<>(Map.of("a", 1, "b", List.of("x", 2.5)));
        sessions.then(r -> {
            Notes notes = new Notes(map);
            ProbeJob.ProbeRun run = r.createProject(ProbeJob.class, "p").newRun(notes);
            assertThat(notes.told).isEqualTo("attached");
            run.setResult(Result.UNSTABLE);
            run.setDescription("half good");
            assertThat(Files.readString(run.getRootDir().toPath().resolve("build.xml")))
                    .doesNotContain("sesame")
                    .contains("<result>UNSTABLE</result>");
        });
        sessions.then(r -> {
            ProbeJob.ProbeRun run =
                    r.jenkins.getItemByFullName("p", ProbeJob.class).getLastBuild();
            Notes notes = run.getAction(Notes.class);
            assertThat(notes.note).isEqualTo(map);
            assertThat(notes.told).isEqualTo("loaded");
            assertThat(notes.run).isSameAs(run);
            assertThat(notes.secret.getPlainText()).isEqualTo("open sesame");
            assertThat(run.getResult()).isSameAs(Result.UNSTABLE);
            assertThat(run.getDescription()).isEqualTo("half good");
            assertThat(Run.fromExternalizableId("p#1")).isSameAs(run);
            assertThat(Run.fromExternalizableId("p#2")).isNull();
            assertThat(run.getParent().getNextBuildNumber()).isEqualTo(2);
        });
    }

    @Test
    void aRecordIsRefusedWhenItIsWritten() throws Throwable {
        sessions.then(r -> {
            ProbeJob job = r.createProject(ProbeJob.class, "p");
            assertThatThrownBy(() -> job.newRun(new Notes(List.of(new Pair("l", "r")))))
                    .isInstanceOf(IOException.class)
                    .rootCause()
                    .hasMessageContaining(Pair.class.getName());
        });
    }

    @Test
    void whatJenkinsRefusesToKeepIsRefused() throws Throwable {
        sessions.then(r -> {
            ProbeJob job = r.createProject(ProbeJob.class, "p");
            for (Object refused : List.of(
                    Instant.EPOCH,
                    Map.of("a", 1, "b", 2),
                    groovy.util.Node.class.cast(null) == null ? new groovy.util.Node(null, "n") : "")) {
                assertThatThrownBy(() -> job.newRun(new Notes(refused)))
                        .isInstanceOf(IOException.class)
                        .rootCause()
                        .hasMessageContaining(refused.getClass().getName());
            }
        });
    }

    @Test
    void aFieldThatIsGoneIsSkipped() throws Throwable {
        sessions.then(r -> {
            ProbeJob.ProbeRun run = r.createProject(ProbeJob.class, "p").newRun(new Notes("n"));
            java.nio.file.Path file = run.getRootDir().toPath().resolve("build.xml");
            Files.writeString(file, Files.readString(file).replace("<note ", "<old>x</old><note "));
        });
        sessions.then(r -> {
            Run<?, ?> run = r.jenkins.getItemByFullName("p", ProbeJob.class).getLastBuild();
            assertThat(run.getAction(Notes.class).note).isEqualTo("n");
        });
    }

    @Test
    void aDeletedBuildIsGoneFromDisk() throws Throwable {
        sessions.then(r -> r.createProject(ProbeJob.class, "p").newRun());
        sessions.then(r -> {
            ProbeJob.ProbeRun run =
                    r.jenkins.getItemByFullName("p", ProbeJob.class).getLastBuild();
            assertThat(run.getRootDir()).isDirectory();
            run.delete();
            assertThat(run.getRootDir()).doesNotExist();
            assertThat(run.getParent().getBuilds()).isEmpty();
        });
    }

    @Test
    void aRunningBuildIsNotDeleted() throws Throwable {
        sessions.then(r -> {
            ProbeJob.ProbeRun run = r.createProject(ProbeJob.class, "p").newRun();
            assertThatThrownBy(run::delete)
                    .isInstanceOf(IOException.class)
                    .hasMessage("Unable to delete p #1 because it is still running");
            assertThat(run.getRootDir()).isDirectory();
        });
    }
}
