package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.Map;

/**
 * A template as written, checked for its form and nothing evaluated. Expressions are maps, lists and scalars with intrinsic functions
 * in their long form.
 *
 * @param body the text as it was sent, for GetTemplate
 * @param version AWSTemplateFormatVersion, or null
 * @param description or null
 * @param metadata of the template
 * @param parameters by name, in the template's order
 * @param mappings by name
 * @param conditions unevaluated, by name
 * @param rules unevaluated, by name
 * @param resources by logical id, in the template's order
 * @param outputs by name, in the template's order
 * @param extended whether it declares {@code AWS::LanguageExtensions}, the one macro that the local CloudFormation has
 */
public record Template(
        String body,
        String version,
        String description,
        Map<String, Object> metadata,
        Map<String, ParameterDefinition> parameters,
        Map<String, Object> mappings,
        Map<String, Object> conditions,
        Map<String, Object> rules,
        Map<String, ResourceDefinition> resources,
        Map<String, OutputDefinition> outputs,
        boolean extended) {

    /** Reads and checks a template, in YAML or JSON. */
    public static Template parse(String body) throws TemplateException {
        Template template = new TemplateParser(body).parse();
        References.check(template);
        return template;
    }
}
