package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that will only be known when the stack operation runs, such as the name of a resource that is going to be replaced. Any
 * text made from it is unknown too.
 *
 * @param certainlyNew whether it is sure to differ from the present value
 */
public record Unknown(boolean certainlyNew) {

    @JsonValue
    @Override
    public String toString() {
        return "{{changeSet:KNOWN_AFTER_APPLY}}";
    }
}
