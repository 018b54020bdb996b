package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.VirtualChannel;
import hudson.slaves.DumbSlave;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jenkins.MasterToSlaveFileCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FilesOfAgentsTest {

    static final class Echo extends MasterToSlaveFileCallable<Object> {
        private static final long serialVersionUID = 1L;
        final transient Object lost = new StringBuilder("here only");
        final Object given;
        final TaskListener listener;

        Echo(Object given, TaskListener listener) {
            this.given = given;
            this.listener = listener;
        }

        @Override
        public Object invoke(File f, VirtualChannel channel) throws IOException {
            listener.getLogger().println("working on " + f.getName() + " with " + lost);
            if (given instanceof String s && s.equals("fail")) {
                throw new AbortException("no such luck");
            }
            return given;
        }
    }

    static final class Forever extends MasterToSlaveFileCallable<Void> {
        private static final long serialVersionUID = 1L;
        static CountDownLatch started = new CountDownLatch(1);
        static CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public Void invoke(File f, VirtualChannel channel) {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return null;
        }
    }

    private static FilePath root(JenkinsRule r, boolean agent) throws Exception {
        FilePath root = agent ? r.createOnlineSlave().getRootPath() : r.jenkins.getRootPath();
        FilePath dir = root.child("ws");
        dir.mkdirs();
        return dir;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSentAndWhatComesBackAreCopies(boolean agent, JenkinsRule r) throws Exception {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        TaskListener listener = new StreamTaskListener(console, StandardCharsets.UTF_8);
        List<String> sent = new java.util.ArrayList<>(List.of("a"));

        Object back = root(r, agent).act(new Echo(sent, listener));

        assertThat(back).isEqualTo(sent).isNotSameAs(sent);
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("working on ws with null\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatBelongsToTheControllerCannotBeSent(boolean agent, JenkinsRule r) throws Exception {
        Run<?, ?> run = r.createProject(ProbeJob.class, "p").newRun();
        FilePath dir = root(r, agent);

        assertThatThrownBy(() -> dir.act(new Echo(run, TaskListener.NULL))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> dir.act(new Echo(new Object(), TaskListener.NULL)))
                .isInstanceOf(NotSerializableException.class);
        assertThatThrownBy(() -> dir.act(new Echo(groovy.lang.Closure.IDENTITY, TaskListener.NULL)))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("Rejected");
        assertThat(dir.act(new Echo(Map.of("a", java.time.Instant.EPOCH), TaskListener.NULL)))
                .isEqualTo(Map.of("a", java.time.Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFailureThereArrivesHere(boolean agent, JenkinsRule r) throws Exception {
        FilePath dir = root(r, agent);
        assertThatThrownBy(() -> dir.act(new Echo("fail", TaskListener.NULL)))
                .isInstanceOf(AbortException.class)
                .hasMessage("no such luck");
    }

    @Test
    void interruptingTheCallerInterruptsTheAgent(JenkinsRule r) throws Exception {
        FilePath dir = root(r, true);
        Thread caller = Thread.currentThread();
        Thread other = new Thread(() -> {
            try {
                Forever.started.await();
                caller.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();

        assertThatThrownBy(() -> dir.act(new Forever())).isInstanceOf(InterruptedException.class);
        Forever.interrupted.await();
        other.join();
    }

    @Test
    void anAgentThatIsGoneAnswersNothing(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave();
        FilePath dir = agent.getRootPath();
        r.disconnectSlave(agent);

        assertThatThrownBy(dir::exists).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> dir.act(new Echo("x", TaskListener.NULL))).isInstanceOf(ChannelClosedException.class);
        assertThat(((Channel) dir.getChannel()).isClosingOrClosed()).isTrue();
    }

    @Test
    void aFilePathIsNotStored(JenkinsRule r) {
        assertThatThrownBy(
                        () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(r.jenkins.getRootPath()))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void patternsAreAnts(JenkinsRule r) throws Exception {
        FilePath dir = root(r, false);
        for (String each : List.of("a.csv", "sub/b.csv", "sub/deep/c.csv", "sub/d.txt", ".git/e.csv")) {
            dir.child(each).write(each, "UTF-8");
        }
        assertThat(names(dir, dir.list("**/*.csv"))).containsExactly("a.csv", "sub/b.csv", "sub/deep/c.csv");
        assertThat(names(dir, dir.list("*.csv, sub/*", "**/*.txt"))).containsExactly("a.csv", "sub/b.csv");
        assertThat(names(dir, dir.list("**/*.csv", null, false))).contains(".git/e.csv");
        assertThatThrownBy(() -> dir.list("/etc/*")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> dir.child("none").list("*")).isInstanceOf(IOException.class);
        assertThat(dir.child("none").list()).isEmpty();
    }

    private static List<String> names(FilePath dir, FilePath[] found) {
        return Arrays.stream(found)
                .map(f -> Path.of(dir.getRemote())
                        .relativize(Path.of(f.getRemote()))
                        .toString())
                .toList();
    }

    @Test
    void filesAreCopiedPackedAndUnpacked(JenkinsRule r, @TempDir Path other) throws Exception {
        FilePath dir = root(r, true);
        dir.child("in/x.txt").write("héllo", "UTF-8");
        FilePath target = new FilePath(other.toFile());

        assertThat(dir.copyRecursiveTo("**/*.txt", target)).isEqualTo(1);
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        dir.tar(FilePath.TarCompression.GZIP.compress(tar), "**/*");
        assertThat(target.child("in/x.txt").digest())
                .isEqualTo(dir.child("in/x.txt").digest());

        FilePath zip = target.child("all.zip");
        dir.zip(zip);
        zip.unzip(target.child("unzipped"));
        assertThat(Files.readString(other.resolve("unzipped/in/x.txt"))).isEqualTo("héllo");
        assertThat(target.child("in").getParent()).isEqualTo(target);
        target.child("made").copyFrom(new ByteArrayInputStream(new byte[3]));
        assertThat(target.child("made").length()).isEqualTo(3);
    }
}
