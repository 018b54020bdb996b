package io.jenkins.plugins.sagemaker.lab.aws.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerSetting;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The environment of a program: what SageMaker's training toolkit sets, the request's variables, and of ours only what
 * programs need to be found and to run. Source: sagemaker-training-toolkit, ENVIRONMENT_VARIABLES.md.
 */
final class ProgramEnvironment {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keys and other secrets of whoever runs the lab stay with them. */
    private static final List<String> OURS =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot", "VIRTUAL_ENV", "PYENV_ROOT");

    private final TrainingContainer container;
    private final String host;
    private final OptMl folder;
    private final Programs programs;

    ProgramEnvironment(TrainingContainer container, String host, OptMl folder, Programs programs) {
        this.container = container;
        this.host = host;
        this.folder = folder;
        this.programs = programs;
    }

    Map<String, String> variables(CommandLine command) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : OURS) {
            if (System.getenv(name) != null) {
                all.put(name, System.getenv(name));
            }
        }
        all.put("PYTHONUNBUFFERED", "1");
        all.put("AWS_ENDPOINT_URL", programs.endpoint().toString());
        all.put("AWS_ACCESS_KEY_ID", "lab");
        all.put("AWS_SECRET_ACCESS_KEY", "lab");
        paths(all);
        machine(all);
        arguments(all, command);
        container.setting().environment().forEach((name, value) -> all.put(name, CommandLine.here(value, folder)));
        return all;
    }

    private void paths(Map<String, String> all) {
        all.put("LAB_OPT_ML", folder.root().toString());
        all.put("SM_MODEL_DIR", folder.model().toString());
        all.put("SM_INPUT_DIR", folder.root().resolve("input").toString());
        all.put("SM_INPUT_CONFIG_DIR", folder.config().toString());
        all.put("SM_OUTPUT_DIR", folder.output().toString());
        all.put("SM_OUTPUT_DATA_DIR", folder.outputData().toString());
        all.put("SM_CHECKPOINT_DIR", folder.checkpoints().toString());
        all.put("SM_CHANNELS", json(new ArrayList<>(container.channels().keySet())));
        for (String channel : container.channels().keySet()) {
            all.put(
                    "SM_CHANNEL_" + channel.toUpperCase(Locale.ROOT),
                    folder.data().resolve(channel).toString());
        }
    }

    private void machine(Map<String, String> all) {
        ContainerSetting setting = container.setting();
        all.put("SM_CURRENT_HOST", host);
        all.put("SM_HOSTS", json(setting.hosts()));
        all.put("SM_MASTER_ADDR", setting.hosts().get(0));
        all.put("SM_NETWORK_INTERFACE_NAME", "lo");
        all.put("SM_CURRENT_INSTANCE_TYPE", setting.instanceType());
        all.put("SM_NUM_GPUS", "0");
        all.put("SM_NUM_CPUS", Integer.toString(Runtime.getRuntime().availableProcessors()));
        all.put("SM_LOG_LEVEL", "20");
    }

    private void arguments(Map<String, String> all, CommandLine command) {
        Map<String, String> hyperparameters = CommandLine.arguments(container.hyperparameters());
        all.put("SM_HPS", json(hyperparameters));
        hyperparameters.forEach((name, value) -> all.put("SM_HP_" + name.toUpperCase(Locale.ROOT), value));
        if (command.isScript()) {
            List<String> words = command.words();
            int script = words.indexOf(command.script());
            all.put("SM_USER_ENTRY_POINT", command.script());
            all.put("SM_MODULE_DIR", folder.code().toString());
            all.put("SM_USER_ARGS", json(words.subList(Math.max(0, script) + 1, words.size())));
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts, lists and maps can be written as JSON.", e);
        }
    }
}
