package hudson.model;

import hudson.EnvVars;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import jenkins.model.RunAction2;

/** The parameters of a build. */
public class ParametersAction implements RunAction2, Iterable<ParameterValue>, EnvironmentContributingAction {
    private final List<ParameterValue> parameters;

    public ParametersAction(List<ParameterValue> parameters) {
        this.parameters = new ArrayList<>(parameters);
    }

    public ParametersAction(ParameterValue... parameters) {
        this(List.of(parameters));
    }

    public ParametersAction(List<ParameterValue> parameters, Collection<String> additionalSafeParameters) {
        this(parameters);
    }

    public List<ParameterValue> getParameters() {
        return List.copyOf(parameters);
    }

    public List<ParameterValue> getAllParameters() {
        return getParameters();
    }

    public ParameterValue getParameter(String name) {
        return parameters.stream()
                .filter(p -> p.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Iterator<ParameterValue> iterator() {
        return getParameters().iterator();
    }

    @Override
    public void buildEnvironment(Run<?, ?> run, EnvVars env) {
        parameters.forEach(p -> p.buildEnvironment(run, env));
    }

    @Override
    public void onAttached(Run<?, ?> r) {}

    @Override
    public void onLoad(Run<?, ?> r) {}

    @Override
    public String getDisplayName() {
        return "Parameters";
    }

    @Override
    public String getIconFileName() {
        return "symbol-parameters";
    }

    @Override
    public String getUrlName() {
        return "parameters";
    }
}
