package io.jenkins.plugins.sagemaker.lab.cli;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.cli.collect.RunCollector;
import io.jenkins.plugins.sagemaker.lab.cli.report.ReportFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab/run pipeline}: one build of a Jenkinsfile, with the console that Jenkins would show. */
@Command(
        name = "pipeline",
        description = {
            "Runs a Jenkinsfile with the plugin's own steps, against the local AWS.",
            "In the environment of the build are AWS_REGION and the outputs of the bundled foundation stack:"
                    + " ARTIFACT_BUCKET, ARTIFACT_KEY_ARN, EXECUTION_ROLE_ARN, CLOUDFORMATION_ROLE_ARN, JENKINS_ROLE_ARN, APPROVAL_TOPIC_ARN."
        },
        footer = {"", "Exit status: 0 SUCCESS, 1 UNSTABLE, 2 FAILURE, 3 ABORTED or NOT_BUILT, 64 wrong usage."},
        exitCodeOnInvalidInput = Main.USAGE,
        mixinStandardHelpOptions = true)
final class PipelineCommand implements Callable<Integer> {

    private static final double DEFAULT_SPEED = 100;
    private static final String SUFFIX = ".Jenkinsfile";

    @Parameters(paramLabel = "JENKINSFILE", description = "The Pipeline, declarative or scripted.")
    private Path jenkinsfile;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "Work in this folder, in place, and take it for the sources unless it is empty. "
                            + "Default: a fresh copy of the Jenkinsfile's folder, or of the one above if that is called jenkinsfiles.")
    private Path workspace;

    @ArgGroup
    private Answer answer = new Answer();

    /** How {@code input} is answered; asked on the terminal where nothing is said. */
    static final class Answer {
        @Option(names = "--approve", description = "Answer every input step with its go-ahead.")
        boolean approve;

        @Option(names = "--reject", description = "Answer every input step with its refusal.")
        boolean reject;
    }

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "A variable of the build's environment; repeatable.")
    private Map<String, String> env = new LinkedHashMap<>();

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the Pipeline, instead of its default; repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--report", paramLabel = "DIR", description = "Write index.html, run.json and the artifacts here.")
    private Path report;

    @Option(
            names = "--aws",
            paramLabel = "local|real|URL",
            defaultValue = "local",
            description =
                    "local: an AWS of its own in this process; real: AWS, with the credentials and region of your "
                            + "environment; URL: any endpoint that speaks AWS's protocols. Default: ${DEFAULT-VALUE}")
    private String aws;

    @Option(
            names = "--speed",
            description = "Seconds of the local AWS's time, and of the steps' waiting, in one of ours. Default: 100")
    private Double speed;

    @Option(
            names = "--faults",
            defaultValue = "",
            description =
                    "What goes wrong in the local AWS, for example throttle=0.3,error500=0.05,dropAfter=0.02,seed=7")
    private String faults;

    @Option(
            names = "--programs",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Whether training jobs of the local AWS run programs of yours (script mode, ContainerEntrypoint), as"
                            + " a Pipeline's sh does. Default: they do")
    private boolean programs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String script = readJenkinsfile();
        Path sources = sources();
        Path home = Files.createTempDirectory("sagemaker-lab-");
        PrintWriter out = spec.commandLine().getOut();
        try (Cloud cloud = cloud();
                Controller controller = Controller.start(home.resolve("jenkins"), cloud, env)) {
            var approver = new Approver(answer.approve, answer.reject, out);
            try (var answering = approver.listen();
                    var interruption = new Interruption()) {
                Path place = workspace == null
                        ? home.resolve("workspace")
                        : workspace.toAbsolutePath().normalize();
                WorkflowRun build = controller.build(name(), script, sources, place, parameters, out);
                interruption.aborts(build);
                controller.awaitEnd(build);
                if (report != null) {
                    cloud.calm();
                    var collected = new RunCollector(build, jenkinsfile.toString(), cloud).collect();
                    out.println("Report: "
                            + ReportFolder.write(
                                    report, collected, build.getArtifactsDir().toPath()));
                    out.flush();
                }
                return interruption.ends(status(build.getResult()));
            }
        } finally {
            Scratch.delete(home);
        }
    }

    /** The exit status that stands for a build's result. */
    static int status(Result result) {
        if (result == Result.SUCCESS) {
            return 0;
        }
        return result == Result.UNSTABLE ? 1 : result == Result.FAILURE ? 2 : 3;
    }

    private String readJenkinsfile() throws IOException {
        if (!Files.isRegularFile(jenkinsfile)) {
            throw usage("There is no Jenkinsfile at " + jenkinsfile);
        }
        return Files.readString(jenkinsfile);
    }

    /** The name of the job: of its file if that has one of its own, else of its folder. */
    private String name() {
        String file = Objects.toString(jenkinsfile.getFileName(), "");
        if (file.endsWith(SUFFIX) && file.length() > SUFFIX.length()) {
            return file.substring(0, file.length() - SUFFIX.length()).replaceAll("[^A-Za-z0-9_.-]", "-");
        }
        Path folder = folder().getFileName();
        return folder == null ? "pipeline" : folder.toString().replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    /** The repository: the Jenkinsfile's folder, or the one above if that is a folder of Jenkinsfiles. */
    private Path folder() {
        // A file lies in a folder, be it the root.
        Path folder =
                Objects.requireNonNull(jenkinsfile.toAbsolutePath().normalize().getParent());
        return folder.endsWith("jenkinsfiles") ? folder.getParent() : folder;
    }

    /** What {@code checkout scm} gives. */
    private Path sources() throws IOException {
        Path beside = folder();
        if (workspace == null) {
            return beside;
        }
        if (Files.exists(workspace) && !Files.isDirectory(workspace)) {
            throw usage("--workspace must be a folder, and " + workspace + " is none");
        }
        Files.createDirectories(workspace);
        try (var files = Files.list(workspace)) {
            return files.findAny().isPresent() ? workspace.toAbsolutePath().normalize() : beside;
        }
    }

    private Cloud cloud() throws InterruptedException {
        try {
            boolean local = aws.equals("local");
            if (!local && !faults.isEmpty()) {
                throw usage("--faults is for the local AWS; " + aws + " has faults of its own");
            }
            double pace = speed == null ? local ? DEFAULT_SPEED : 1 : speed;
            if (!(pace > 0)) {
                throw usage("--speed must be greater than 0, not " + pace);
            }
            return switch (aws) {
                case "local" -> Cloud.local(pace, faults.isEmpty() ? Faults.none() : Faults.parse(faults), programs);
                case "real" -> Cloud.real(env);
                default -> Cloud.at(URI.create(aws), pace, env);
            };
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
