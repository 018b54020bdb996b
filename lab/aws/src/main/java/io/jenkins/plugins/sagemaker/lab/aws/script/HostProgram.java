package io.jenkins.plugins.sagemaker.lab.aws.script;

import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program on one of the job's hosts, with a folder of its own in the place of {@code /opt/ml}. */
final class HostProgram implements Runnable {

    private final TrainingContainer container;
    private final String host;
    private final Programs programs;
    private ProgramProcess process;
    private boolean stopped;

    HostProgram(TrainingContainer container, String host, Programs programs) {
        this.container = container;
        this.host = host;
        this.programs = programs;
    }

    /** Carries what ends a program badly out of a {@link Runnable}. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }

    @Override
    public void run() {
        try (OptMl folder = OptMl.create(container.setting().hosts().size() > 1 ? host : "")) {
            folder.lay(container, host);
            runIn(folder);
        } catch (ContainerFailure e) {
            e.logLine().lines().forEach(line -> container.log(host, line));
            throw new Failed(e);
        } catch (IOException e) {
            throw new Failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(e);
        }
    }

    private void runIn(OptMl folder) throws ContainerFailure, IOException, InterruptedException {
        var command = CommandLine.of(container, folder);
        Map<String, String> environment = new ProgramEnvironment(container, host, folder, programs).variables(command);
        if (command.isScript()) {
            container.log(host, "Invoking user script");
            container.log(host, String.join(" ", command.words()));
        }
        var started = new ProgramProcess(
                command.words(), folder.code(), environment, line -> container.log(host, line), programs.timeline());
        own(started);
        container.onStop(this::stop);
        var sync = new CheckpointSync(folder.checkpoints(), container);
        int exitCode = started.join(sync);
        sync.finish();
        collect(folder);
        if (exitCode != 0) {
            throw ContainerFailure.exited(exitCode, reason(command, folder, exitCode, started.lastLines()));
        }
    }

    private synchronized void own(ProgramProcess started) {
        process = started;
        if (stopped) {
            started.stop();
        }
    }

    /** SIGTERM, and two minutes later SIGKILL. */
    synchronized void stop() {
        stopped = true;
        if (process != null) {
            process.stop();
        }
    }

    private void collect(OptMl folder) throws IOException {
        Path model = folder.model();
        OptMl.files(model).forEach((path, content) -> container.save(path, content.get()));
        OptMl.files(folder.outputData()).forEach((path, content) -> container.saveOutput(path, content.get()));
    }

    /** What SageMaker reads from {@code /opt/ml/output/failure}, which its own toolkit writes for scripts that do not. */
    private static String reason(CommandLine command, OptMl folder, int exitCode, List<String> lastLines)
            throws IOException {
        String written = folder.failure();
        if (!written.isEmpty() || !command.isScript()) {
            return written;
        }
        return "ExecuteUserScriptError:\nExitCode " + exitCode + "\nErrorMessage \"" + String.join("\n", lastLines)
                + "\"\nCommand \"" + String.join(" ", command.words()) + "\"";
    }
}
