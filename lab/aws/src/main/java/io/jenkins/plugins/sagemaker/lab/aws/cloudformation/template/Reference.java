package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

/**
 * A place in a template that names something else.
 *
 * @param name parameter, pseudo parameter or resource
 * @param attribute what Fn::GetAtt asks of it, or null for a Ref
 */
public record Reference(String name, String attribute) {

    /** How change sets name the cause of a change: {@code Model} or {@code Model.ModelName}. */
    public String path() {
        return attribute == null ? name : name + "." + attribute;
    }
}
