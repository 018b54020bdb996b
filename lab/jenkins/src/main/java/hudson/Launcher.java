package hudson;

import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.VirtualChannel;
import hudson.util.ArgumentListBuilder;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LocalProcess;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/** Starts processes; all of them on this machine. */
public abstract class Launcher {
    protected final TaskListener listener;
    protected final VirtualChannel channel;

    protected Launcher(TaskListener listener, VirtualChannel channel) {
        this.listener = listener;
        this.channel = channel;
    }

    protected Launcher(Launcher launcher) {
        this(launcher.listener, launcher.channel);
    }

    public VirtualChannel getChannel() {
        return channel;
    }

    public TaskListener getListener() {
        return listener;
    }

    public boolean isUnix() {
        return File.pathSeparatorChar == ':';
    }

    public Computer getComputer() {
        for (Computer c : Jenkins.get().getComputers()) {
            if (c.getChannel() == channel) {
                return c;
            }
        }
        return null;
    }

    public final ProcStarter launch() {
        return new ProcStarter();
    }

    public abstract Proc launch(ProcStarter starter) throws IOException;

    public abstract void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException;

    protected void maskedPrintCommandLine(List<String> cmd, boolean[] mask, FilePath workDir) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < cmd.size(); i++) {
            shown.add(mask != null && mask[i] ? "********" : cmd.get(i));
        }
        String where = workDir == null ? "" : "[" + workDir.getName() + "] ";
        listener.getLogger().println(where + "$ " + String.join(" ", shown));
    }

    public final Launcher decorateFor(Node node) {
        return this;
    }

    /** Adds variables to what is started. */
    public final Launcher decorateByEnv(EnvVars vars) {
        Launcher outer = this;
        EnvVars env = new EnvVars(vars);
        return new Launcher(outer) {
            @Override
            public Proc launch(ProcStarter starter) throws IOException {
                EnvVars both = new EnvVars(env);
                for (String each : Util.fixNull(starter.envs, new String[0])) {
                    both.addLine(each);
                }
                starter.envs(both);
                return outer.launch(starter);
            }

            @Override
            public void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException {
                outer.kill(modelEnvVars);
            }
        };
    }

    Proc labStart(ProcStarter starter) throws IOException {
        if (!starter.quiet) {
            maskedPrintCommandLine(starter.commands, starter.masks, starter.pwd);
        }
        EnvVars env = new EnvVars(EnvVars.masterEnvVars);
        EnvVars given = new EnvVars();
        for (String each : Util.fixNull(starter.envs, new String[0])) {
            given.addLine(each);
        }
        env.overrideExpandingAll(given);
        OutputStream out = starter.stdout == null ? OutputStream.nullOutputStream() : starter.stdout;
        File dir = starter.pwd == null ? null : new File(starter.pwd.getRemote());
        return LocalProcess.start(starter.commands, env, dir, starter.stdin, out, starter.stderr);
    }

    /** What is to be started. */
    public final class ProcStarter {
        protected List<String> commands = new ArrayList<>();
        protected boolean[] masks;
        protected FilePath pwd;
        protected OutputStream stdout = OutputStream.nullOutputStream();
        protected OutputStream stderr;
        protected InputStream stdin;
        protected String[] envs = new String[0];
        private boolean quiet;

        public ProcStarter cmds(String... args) {
            return cmds(Arrays.asList(args));
        }

        public ProcStarter cmds(List<String> args) {
            commands = new ArrayList<>(args);
            return this;
        }

        public ProcStarter cmds(ArgumentListBuilder args) {
            commands = new ArrayList<>(args.toList());
            masks = args.toMaskArray();
            return this;
        }

        public ProcStarter cmdAsSingleString(String s) {
            return cmds(s.trim().split("\\s+"));
        }

        public List<String> cmds() {
            return commands;
        }

        public ProcStarter masks(boolean... masks) {
            this.masks = masks;
            return this;
        }

        public ProcStarter pwd(FilePath workDir) {
            this.pwd = workDir;
            return this;
        }

        public ProcStarter pwd(File workDir) {
            return pwd(new FilePath(workDir));
        }

        public ProcStarter pwd(String workDir) {
            return pwd(new File(workDir));
        }

        public FilePath pwd() {
            return pwd;
        }

        public ProcStarter stdout(OutputStream out) {
            this.stdout = out;
            return this;
        }

        public ProcStarter stdout(TaskListener out) {
            return stdout(out.getLogger());
        }

        public OutputStream stdout() {
            return stdout;
        }

        public ProcStarter stderr(OutputStream err) {
            this.stderr = err;
            return this;
        }

        public OutputStream stderr() {
            return stderr;
        }

        public ProcStarter stdin(InputStream in) {
            this.stdin = in;
            return this;
        }

        public InputStream stdin() {
            return stdin;
        }

        public ProcStarter envs(Map<String, String> overrides) {
            envs = overrides.entrySet().stream()
                    .map(e -> e.getKey() + '=' + e.getValue())
                    .toArray(String[]::new);
            return this;
        }

        public ProcStarter envs(String... overrides) {
            envs = overrides.clone();
            return this;
        }

        public String[] envs() {
            return envs.clone();
        }

        public ProcStarter quiet(boolean quiet) {
            this.quiet = quiet;
            return this;
        }

        public boolean quiet() {
            return quiet;
        }

        public Proc start() throws IOException {
            return launch(this);
        }

        public int join() throws IOException, InterruptedException {
            return start().join();
        }
    }

    /** Starts processes beside the controller's. */
    public static class LocalLauncher extends Launcher {
        public LocalLauncher(TaskListener listener) {
            this(listener, FilePath.localChannel);
        }

        public LocalLauncher(TaskListener listener, VirtualChannel channel) {
            super(listener, channel);
        }

        @Override
        public Proc launch(ProcStarter ps) throws IOException {
            return labStart(ps);
        }

        @Override
        public void kill(Map<String, String> modelEnvVars) {
            // Processes are killed with the Proc that started them.
        }
    }

    /** Starts processes for an agent. */
    public static class RemoteLauncher extends Launcher {
        public RemoteLauncher(TaskListener listener, VirtualChannel channel, boolean isUnix) {
            super(listener, channel);
        }

        @Override
        public Proc launch(ProcStarter ps) throws IOException {
            if (channel instanceof Channel agent && agent.isClosingOrClosed()) {
                throw new ChannelClosedException(agent, "Agent " + agent.getName() + " is disconnected", null);
            }
            return labStart(ps);
        }

        @Override
        public void kill(Map<String, String> modelEnvVars) {
            // Processes are killed with the Proc that started them.
        }
    }
}
