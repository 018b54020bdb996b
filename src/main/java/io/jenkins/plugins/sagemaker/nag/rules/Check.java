package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Resource;

/** Decides about one resource. */
@FunctionalInterface
interface Check {

    /**
     * Whether the resource violates the rule.
     *
     * @throws io.jenkins.plugins.sagemaker.nag.template.MalformedValueException if the resource cannot be understood
     */
    boolean flags(Resource resource, Scope scope);
}
