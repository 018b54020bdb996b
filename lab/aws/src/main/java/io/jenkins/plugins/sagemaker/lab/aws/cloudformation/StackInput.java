package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ParameterValues;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Template;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import java.util.List;
import java.util.Map;

/**
 * What a user wants a stack to be.
 *
 * @param template the template
 * @param parameters all parameters of the template
 * @param tags of the stack, passed on to its resources
 * @param capabilities as acknowledged
 * @param notificationArns topics that hear of the stack's events
 * @param roleArn the service role, or null; kept and shown, as permissions are not enforced
 * @param rollback the RollbackConfiguration; kept and shown
 */
record StackInput(
        Template template,
        ParameterValues parameters,
        Map<String, String> tags,
        List<String> capabilities,
        List<String> notificationArns,
        String roleArn,
        Members rollback) {}
