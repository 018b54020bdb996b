package org.jenkinsci.plugins.workflow.actions;

import hudson.model.InvisibleAction;

/** Marks the start and end of a block, as against those of the step around it. */
public class BodyInvocationAction extends InvisibleAction implements PersistentAction {}
