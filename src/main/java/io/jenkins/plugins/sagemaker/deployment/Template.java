package io.jenkins.plugins.sagemaker.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Where a CloudFormation template comes from. Only what names it is kept with the build; its text is read when it is needed. */
public sealed interface Template extends Serializable {

    /** What CloudFormation takes in a request (CloudFormation API reference, CreateChangeSet, TemplateBody), in bytes. */
    int LONGEST_BODY = 51_200;

    /** The text, or its address; the other one is null. */
    record Source(String body, String url) {}

    /** @throws RemoteException if the file cannot be read or is too long */
    Source read(Workspace workspace) throws RemoteException, InterruptedException;

    /**
     * The template {@code endpoint.yaml} that comes with the plugin.
     *
     * @param environment the model container's environment variables, which a parameter of a template cannot carry
     */
    record Bundled(Map<String, String> environment) implements Template {

        private static final String EMPTY_ENVIRONMENT = "Environment: {}";

        public Bundled {
            environment = Map.copyOf(environment);
        }

        @Override
        public Source read(Workspace workspace) {
            String text = resource("endpoint.yaml");
            try {
                // JSON is YAML, and quotes whatever a value may hold. Sorted, so that the same variables are no change.
                String variables = new ObjectMapper().writeValueAsString(new TreeMap<>(environment));
                return new Source(text.replace(EMPTY_ENVIRONMENT, "Environment: " + variables), null);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a map of strings that is no JSON", e);
            }
        }

        /** The text of a bundled template: {@code endpoint.yaml} or {@code foundation.yaml}. */
        public static String resource(String name) {
            try (var in = Template.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalArgumentException("No template " + name + " comes with the plugin.");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the bundled template " + name, e);
            }
        }
    }

    /** A file of the workspace. */
    record File(String path) implements Template {

        @Override
        public Source read(Workspace workspace) throws RemoteException, InterruptedException {
            return new Source(WorkspaceText.read(workspace, path, LONGEST_BODY), null);
        }
    }

    /** The text itself. */
    record Text(String body) implements Template {

        @Override
        public Source read(Workspace workspace) throws RemoteException {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST_BODY) {
                throw new RemoteException(
                        Kind.INVALID,
                        "",
                        "The template has " + length + " bytes; CloudFormation takes at most " + LONGEST_BODY
                                + " in a request. Put it into a bucket and give templateUrl.",
                        null);
            }
            return new Source(body, null);
        }
    }

    /** An object of a bucket that CloudFormation reads by itself. */
    record Url(String url) implements Template {

        @Override
        public Source read(Workspace workspace) {
            return new Source(null, url);
        }
    }
}
