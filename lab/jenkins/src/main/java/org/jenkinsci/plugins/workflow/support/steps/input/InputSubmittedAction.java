package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;

/** Who answered a question, and with which values. */
public class InputSubmittedAction implements PersistentAction {

    private final String approver;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public InputSubmittedAction(@CheckForNull String approver, @CheckForNull Map<String, Object> parameters) {
        this.approver = approver;
        if (parameters != null) {
            this.parameters.putAll(parameters);
        }
    }

    public @CheckForNull String getApprover() {
        return approver;
    }

    public @NonNull Map<String, Object> getParameters() {
        return parameters;
    }

    @Override
    public String getDisplayName() {
        return "Input Submitted";
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
