package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ParameterDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceGraph;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Template;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.List;

/** CloudFormation's operations on templates. */
final class TemplateOperations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloudFormation cloudFormation;
    private final TemplateSource templates;

    TemplateOperations(CloudFormation cloudFormation, TemplateSource templates) {
        this.cloudFormation = cloudFormation;
        this.templates = templates;
    }

    void addTo(QueryService service) {
        service.on("ValidateTemplate", this::validate)
                .on("GetTemplate", this::get)
                .on("GetTemplateSummary", this::summary);
    }

    private Members validate(Call call, QueryForm form) throws AwsError {
        Template template = templates.read(form, null);
        try {
            ResourceGraph.of(template, null);
        } catch (TemplateException e) {
            throw QueryForm.invalid(e.getMessage());
        }
        return Members.of(
                        "Parameters",
                        template.parameters().values().stream()
                                .map(TemplateOperations::parameter)
                                .toList())
                .and("Description", template.description())
                .and("Capabilities", capabilities(template))
                .and("DeclaredTransforms", template.extended() ? List.of("AWS::LanguageExtensions") : null)
                .and("CapabilitiesReason", TemplateChecks.capabilityReason(template));
    }

    private Members get(Call call, QueryForm form) throws AwsError {
        return Members.of("TemplateBody", ofStack(call, form).body())
                .and("StagesAvailable", List.of("Original", "Processed"));
    }

    private Members summary(Call call, QueryForm form) throws AwsError {
        Template template = form.text("StackName") == null ? templates.read(form, null) : ofStack(call, form);
        return Members.of(
                        "Parameters",
                        template.parameters().values().stream()
                                .map(TemplateOperations::declaration)
                                .toList())
                .and("Description", template.description())
                .and("Capabilities", capabilities(template))
                .and("CapabilitiesReason", TemplateChecks.capabilityReason(template))
                .and(
                        "ResourceTypes",
                        template.resources().values().stream()
                                .map(ResourceDefinition::type)
                                .distinct()
                                .toList())
                .and("DeclaredTransforms", template.extended() ? List.of("AWS::LanguageExtensions") : null)
                .and("Version", template.version())
                .and("Metadata", metadata(template));
    }

    private Template ofStack(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            String name = form.required("StackName");
            Stack stack = region.described(name);
            if (form.text("ChangeSetName") != null) {
                return ChangeSetOperations.find(region, form).changeSet().input.template();
            }
            if (stack.input == null) {
                throw QueryForm.invalid("Stack with id " + name + " does not have a template yet");
            }
            return stack.input.template();
        }
    }

    private static List<String> capabilities(Template template) {
        return TemplateChecks.capabilities(template, false);
    }

    private static Members parameter(ParameterDefinition parameter) {
        return Members.of("ParameterKey", parameter.name())
                .and("DefaultValue", parameter.defaultValue())
                .and("NoEcho", parameter.noEcho())
                .and("Description", parameter.description());
    }

    private static Members declaration(ParameterDefinition parameter) {
        return parameter(parameter)
                .and("ParameterType", parameter.type())
                .and(
                        "ParameterConstraints",
                        Members.of(
                                "AllowedValues",
                                parameter.allowedValues().isEmpty() ? null : parameter.allowedValues()));
    }

    private static String metadata(Template template) {
        try {
            return template.metadata().isEmpty() ? null : JSON.writeValueAsString(template.metadata());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The metadata of a template cannot be written as JSON.", e);
        }
    }
}
