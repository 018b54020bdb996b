package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

/**
 * One entry of a template's Outputs.
 *
 * @param name its name in the template
 * @param value unevaluated
 * @param description or null
 * @param exportName unevaluated name of the export, or null
 * @param condition name of the condition under which it exists, or null
 */
public record OutputDefinition(String name, Object value, String description, Object exportName, String condition) {}
