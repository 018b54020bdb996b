package io.jenkins.plugins.sagemaker.nag.template;

import java.util.Map;

/** An ingress or egress rule written inside a security group, its values already resolved. */
record InlineElement(Map<String, Value> properties) implements Element {

    @Override
    public Value property(String name) {
        Value value = properties.get(Resource.attribute(name));
        return value == null ? Value.of(null) : value;
    }
}
