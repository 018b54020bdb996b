package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Evaluator;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ParameterValues;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.References;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceGraph;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Rules;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Template;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a request wants a stack to be, and refuses what CloudFormation refuses before it begins. */
final class InputReader {

    /** CloudFormation's quota of tags of a stack. */
    private static final int TAGS = 50;

    private final TemplateSource templates;

    InputReader(TemplateSource templates) {
        this.templates = templates;
    }

    /** Reads the request for a stack; what it leaves out stays as it is in the stack. To be called under the region's lock. */
    StackInput read(QueryForm form, StackRegion region, Stack stack) throws AwsError {
        StackInput present = stack.input;
        Template template = templates.read(form, present == null ? null : present.template());
        checkCapabilities(template, form);
        try {
            StackInput input = new StackInput(
                    template,
                    parameters(form, template, present),
                    tags(form, present),
                    form.texts("Capabilities"),
                    form.has("NotificationARNs") || present == null
                            ? form.texts("NotificationARNs")
                            : present.notificationArns(),
                    form.text("RoleARN") != null || present == null ? form.text("RoleARN") : present.roleArn(),
                    form.has("RollbackConfiguration") || present == null
                            ? rollback(form.structure("RollbackConfiguration"))
                            : present.rollback());
            Evaluator evaluator = new StackLookup(region, stack).evaluator(input);
            Rules.check(template, evaluator);
            References.check(template, evaluator);
            ResourceGraph.of(template, evaluator);
            checkTypes(template, stack);
            return input;
        } catch (TemplateException e) {
            throw QueryForm.invalid(e.getMessage());
        }
    }

    private static void checkCapabilities(Template template, QueryForm form) throws AwsError {
        List<String> given = form.texts("Capabilities");
        List<String> missing = new ArrayList<>(TemplateChecks.capabilities(template, form.has("ChangeSetName")));
        missing.removeIf(required -> given.contains(required)
                || (required.equals("CAPABILITY_IAM") && given.contains("CAPABILITY_NAMED_IAM")));
        if (!missing.isEmpty()) {
            throw new AwsError(400, "InsufficientCapabilitiesException", "Requires capabilities : " + missing);
        }
    }

    private static ParameterValues parameters(QueryForm form, Template template, StackInput present)
            throws TemplateException, AwsError {
        Map<String, ParameterValues.Given> given = new LinkedHashMap<>();
        for (QueryForm parameter : form.structures("Parameters")) {
            String key = parameter.required("ParameterKey");
            if (given.containsKey(key)) {
                throw QueryForm.invalid("Parameters: [" + key + "] are given more than once");
            }
            given.put(
                    key,
                    new ParameterValues.Given(parameter.text("ParameterValue"), parameter.flag("UsePreviousValue")));
        }
        return ParameterValues.of(
                template, given, present == null ? null : present.parameters().texts());
    }

    private static Map<String, String> tags(QueryForm form, StackInput present) throws AwsError {
        if (!form.has("Tags") && present != null) {
            return present.tags();
        }
        Map<String, String> tags = form.tags("Tags");
        if (tags.size() > TAGS) {
            throw QueryForm.invalid(
                    "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length"
                            + " less than or equal to " + TAGS);
        }
        for (String key : tags.keySet()) {
            if (key == null || key.isEmpty() || key.startsWith("aws:")) {
                throw QueryForm.invalid("aws: prefixed tag key names are not allowed for external use.");
            }
        }
        return tags;
    }

    private static Members rollback(QueryForm form) throws AwsError {
        List<Members> triggers = new ArrayList<>();
        for (QueryForm trigger : form.structures("RollbackTriggers")) {
            triggers.add(Members.of("Arn", trigger.text("Arn")).and("Type", trigger.text("Type")));
        }
        return Members.of("RollbackTriggers", triggers.isEmpty() ? null : triggers)
                .and("MonitoringTimeInMinutes", form.number("MonitoringTimeInMinutes"));
    }

    private static void checkTypes(Template template, Stack stack) throws TemplateException {
        List<String> changed = template.resources().values().stream()
                .filter(resource -> stack.resources.containsKey(resource.logicalId())
                        && !stack.resources.get(resource.logicalId()).type.equals(resource.type()))
                .map(ResourceDefinition::logicalId)
                .toList();
        if (!changed.isEmpty()) {
            throw new TemplateException(
                    "Update of resource type is not permitted. The new template modifies resource type of the"
                            + " following resources: " + changed);
        }
    }
}
