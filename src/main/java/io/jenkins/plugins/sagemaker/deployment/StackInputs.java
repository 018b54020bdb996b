package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/**
 * What a deployment gives to CloudFormation, read from the request and the workspace: the template, the parameters' values, the tags.
 * Checked against the template before anything is changed.
 */
record StackInputs(Template.Source template, Map<String, String> parameters, Map<String, String> tags) {

    private static final long LONGEST_PARAMETERS_FILE = 1 << 20;
    private static final String ENDPOINT_NAME = "EndpointName";

    /** @throws RemoteException if a file is missing or cannot be understood */
    static StackInputs read(DeployRequest request, Workspace workspace) throws RemoteException, InterruptedException {
        ParametersFile file = ParametersFile.NONE;
        String path = request.parametersFile();
        if (!path.isEmpty()) {
            String json = WorkspaceText.read(workspace, path, LONGEST_PARAMETERS_FILE);
            try {
                file = ParametersFile.parse(path, json);
            } catch (IllegalArgumentException e) {
                throw new RemoteException(Kind.INVALID, "", e.getMessage(), e);
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>(file.parameters());
        parameters.putAll(request.parameters());
        Map<String, String> tags = new LinkedHashMap<>(file.tags());
        tags.putAll(request.options().tags());
        return new StackInputs(request.template().read(workspace), parameters, tags);
    }

    ValidateTemplateRequest validation() {
        return ValidateTemplateRequest.builder()
                .templateBody(template.body())
                .templateURL(template.url())
                .build();
    }

    /**
     * Puts template, parameters and tags into the request.
     *
     * @param declared what CloudFormation says of the template
     * @param kept the names of the parameters whose value in the stack shall stay unless given anew
     * @throws RemoteException if a parameter is given that the template does not have, or one is missing
     */
    void fill(
            CreateChangeSetRequest.Builder change,
            ValidateTemplateResponse declared,
            String endpointName,
            Set<String> kept)
            throws RemoteException {
        Map<String, TemplateParameter> known = new LinkedHashMap<>();
        declared.parameters().forEach(parameter -> known.put(parameter.parameterKey(), parameter));
        Map<String, String> given = new LinkedHashMap<>(parameters);
        if (known.containsKey(ENDPOINT_NAME)) {
            given.putIfAbsent(ENDPOINT_NAME, endpointName);
        }
        complain("has no parameter", given.keySet(), name -> !known.containsKey(name), known.keySet());
        complain(
                "needs a value for the parameter",
                known.keySet(),
                name -> known.get(name).defaultValue() == null && !given.containsKey(name) && !kept.contains(name),
                known.keySet());
        var values = known.keySet().stream()
                .filter(name -> given.containsKey(name) || kept.contains(name))
                .map(name -> given.containsKey(name)
                        ? Parameter.builder()
                                .parameterKey(name)
                                .parameterValue(given.get(name))
                                .build()
                        : Parameter.builder()
                                .parameterKey(name)
                                .usePreviousValue(true)
                                .build())
                .toList();
        change.templateBody(template.body())
                .templateURL(template.url())
                .parameters(values)
                .tags(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList());
    }

    private static void complain(String verb, Set<String> names, Predicate<String> wrong, Set<String> known)
            throws RemoteException {
        Set<String> bad = new TreeSet<>(names);
        bad.removeIf(wrong.negate());
        if (!bad.isEmpty()) {
            throw new RemoteException(
                    Kind.INVALID,
                    "",
                    "The template " + verb + " " + String.join(", ", bad) + ". Its parameters are: "
                            + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))) + ".",
                    null);
        }
    }
}
