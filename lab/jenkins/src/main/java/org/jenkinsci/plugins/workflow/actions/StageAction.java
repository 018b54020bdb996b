package org.jenkinsci.plugins.workflow.actions;

/** Marks an old block-less stage. */
@Deprecated
public interface StageAction extends PersistentAction {
    String getStageName();
}
