package org.jenkinsci.plugins.workflow.flow;

import hudson.model.Descriptor;

/** A kind of {@link FlowDefinition}. */
public abstract class FlowDefinitionDescriptor extends Descriptor<FlowDefinition> {}
