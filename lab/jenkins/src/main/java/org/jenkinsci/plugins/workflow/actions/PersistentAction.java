package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;

/** An action that is kept with its flow node over restarts. */
public interface PersistentAction extends Action {}
