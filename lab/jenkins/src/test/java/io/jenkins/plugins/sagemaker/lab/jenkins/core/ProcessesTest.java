package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Launcher launcher = new Launcher.LocalLauncher(TaskListener.NULL);

    @Test
    void aProcessHasItsFolderAndVariablesAndExitCode(@TempDir Path dir) throws Exception {
        int code = launcher.launch()
                .cmds("sh", "-c", "pwd; echo $GREETING; echo oops >&2; exit 3")
                .envs(Map.of("GREETING", "hi $NAME", "NAME", "ann"))
                .pwd(dir.toFile())
                .stdout(out)
                .join();

        assertThat(code).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder(new File(dir.toString()).getCanonicalPath(), "hi ann", "oops");
    }

    @Test
    void killingAProcessKillsItsChildren() throws Exception {
        Proc proc = launcher.launch()
                .cmds("sh", "-c", "sleep 1000 & echo $!; wait")
                .stdout(out)
                .start();
        Awaitility.await().until(() -> out.size() > 0);
        long child = Long.parseLong(out.toString(StandardCharsets.UTF_8).trim());

        proc.kill();

        assertThat(proc.isAlive()).isFalse();
        Awaitility.await()
                .until(() ->
                        ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void environmentsAreOverriddenAsInJenkins() {
        EnvVars env = new EnvVars("PATH", "/bin", "A", "1");
        env.overrideExpandingAll(Map.of("PATH+TOOL", "/tool", "B", "${A}2", "C", "$B-$UNKNOWN"));
        env.override("A", "");

        assertThat(env)
                .containsEntry("PATH", "/tool" + File.pathSeparator + "/bin")
                .doesNotContainKey("A");
        assertThat(env).containsEntry("B", "12").containsEntry("C", "12-$UNKNOWN");
        assertThat(env.expand("${B}$$x")).isEqualTo("12$x");
    }
}
