package io.jenkins.plugins.sagemaker.nag.template;

/** Something with properties: a resource, or a rule written inside a security group. */
public interface Element {

    /**
     * The property's value with all intrinsic functions worked out. The first letter's case does not matter
     * ({@code accessControl} is {@code AccessControl}); absent if the property is not set.
     */
    Value property(String name);
}
