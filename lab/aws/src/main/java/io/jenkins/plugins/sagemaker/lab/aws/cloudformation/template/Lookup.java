package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

/** What expressions ask of the world outside their template. */
public interface Lookup {

    /** What Ref answers for a resource: its physical id, or {@link Unknown} while nobody can tell. */
    Object ref(String logicalId) throws TemplateException;

    /** What Fn::GetAtt answers for a resource. */
    Object attribute(String logicalId, String attribute) throws TemplateException;

    /** The value that another stack of the account and region exports. */
    Object importValue(String exportName) throws TemplateException;
}
