package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A request in a file of the workspace, as JSON or, if its name ends so, as YAML. */
record RequestFile(String path) {

    private static final long LARGEST = 1024 * 1024;

    /** @throws RemoteException of kind INVALID with a sentence if it is not there or not an object */
    Map<String, Object> read(Aws aws) throws RemoteException, InterruptedException {
        byte[] content = aws.workspace().read(List.of(path), LARGEST).get(path);
        String text = new String(content, StandardCharsets.UTF_8);
        String name = path.toLowerCase(Locale.ROOT);
        try {
            return name.endsWith(".yaml") || name.endsWith(".yml")
                    ? yaml(text)
                    : RequestDocument.parse("The requestFile " + path, text).members();
        } catch (IllegalArgumentException e) {
            throw new RemoteException(Kind.INVALID, "", e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> yaml(String text) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            if (new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> map
                    && map.keySet().stream().allMatch(String.class::isInstance)) {
                return (Map<String, Object>) map;
            }
        } catch (YAMLException e) {
            throw new IllegalArgumentException(
                    "The requestFile " + path + " is not YAML: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
        throw new IllegalArgumentException(
                "The requestFile " + path + " must be a YAML object with members such as ResourceConfig.");
    }
}
