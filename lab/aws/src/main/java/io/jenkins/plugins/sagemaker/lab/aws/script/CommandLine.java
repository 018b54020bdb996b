package io.jenkins.plugins.sagemaker.lab.aws.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is run, and with which arguments.
 *
 * @param words program and arguments
 * @param script the script's name in script mode, else empty
 */
record CommandLine(List<String> words, String script) {

    static final String PROGRAM = "sagemaker_program";
    static final String SUBMIT_DIRECTORY = "sagemaker_submit_directory";

    private static final ObjectMapper JSON = new ObjectMapper();

    CommandLine {
        words = List.copyOf(words);
    }

    boolean isScript() {
        return !script.isEmpty();
    }

    static CommandLine of(TrainingContainer container, OptMl folder) throws ContainerFailure, IOException {
        List<String> command = container.setting().command();
        if (!command.isEmpty()) {
            return new CommandLine(
                    command.stream().map(word -> here(word, folder)).toList(), "");
        }
        String script = given(container, PROGRAM);
        if (script.isEmpty()) {
            throw ContainerFailure.client(
                    "There is no program to run: the request has neither a ContainerEntrypoint nor"
                            + " the hyperparameters " + PROGRAM + " and " + SUBMIT_DIRECTORY + ".");
        }
        unpack(container, folder);
        Path file = folder.code().resolve(script).normalize();
        if (!file.startsWith(folder.code()) || !Files.isRegularFile(file)) {
            throw ContainerFailure.client(
                    "The archive " + given(container, SUBMIT_DIRECTORY) + " has no " + script + ".");
        }
        List<String> words = new ArrayList<>(interpreter(script, file));
        arguments(container.hyperparameters()).forEach((name, value) -> {
            words.add((name.length() == 1 ? "-" : "--") + name);
            words.add(value);
        });
        return new CommandLine(words, script);
    }

    /** Paths below {@code /opt/ml} are elsewhere here. */
    static String here(String word, OptMl folder) {
        return word.startsWith("/opt/ml/") || word.equals("/opt/ml")
                ? folder.root() + word.substring("/opt/ml".length())
                : word;
    }

    private static List<String> interpreter(String script, Path file) throws IOException {
        if (script.endsWith(".py")) {
            return List.of(onPath("python3") ? "python3" : "python", script);
        }
        if (script.endsWith(".sh")) {
            return List.of("sh", script);
        }
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("The file " + script + " cannot be made executable.");
        }
        return List.of(file.toString());
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static void unpack(TrainingContainer container, OptMl folder) throws ContainerFailure, IOException {
        String archive = given(container, SUBMIT_DIRECTORY);
        if (!archive.startsWith("s3://")) {
            throw ContainerFailure.client("The hyperparameter " + SUBMIT_DIRECTORY + " is '" + archive
                    + "', but must be the address of a .tar.gz in S3.");
        }
        Map<String, byte[]> files = container.unpack(archive);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            OptMl.write(folder.code(), file.getKey(), file.getValue());
        }
        if (files.containsKey("requirements.txt")) {
            container.info("The local AWS installs nothing: requirements.txt is left as it is.");
        }
    }

    /** A setting of the toolkit: a hyperparameter, or the variable of the same name. */
    private static String given(TrainingContainer container, String name) {
        String value = container.hyperparameters().get(name);
        return value == null
                ? container.setting().environment().getOrDefault(name.toUpperCase(Locale.ROOT), "")
                : plain(value);
    }

    /** Hyperparameters as a script gets them: without those of the toolkit itself. */
    static Map<String, String> arguments(Map<String, String> hyperparameters) {
        Map<String, String> arguments = new TreeMap<>();
        hyperparameters.forEach((name, value) -> {
            if (!name.startsWith("sagemaker_")) {
                arguments.put(name, plain(value));
            }
        });
        return arguments;
    }

    /** The SageMaker Python SDK writes hyperparameters as JSON; texts are then in quotes. */
    private static String plain(String value) {
        try {
            JsonNode node = JSON.readTree(value);
            return node != null && node.isTextual() ? node.textValue() : value;
        } catch (JsonProcessingException e) {
            return value; // not JSON, so as it is
        }
    }
}
