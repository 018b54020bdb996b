package hudson.model;

import hudson.Extension;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Asks for one of several strings; the first is the default. */
public class ChoiceParameterDefinition extends SimpleParameterDefinition {
    @Serial
    private static final long serialVersionUID = 1L;

    private List<String> choices;

    @DataBoundConstructor
    public ChoiceParameterDefinition(String name, String description) {
        super(name, description);
        this.choices = new ArrayList<>();
    }

    public ChoiceParameterDefinition(String name, String choices, String description) {
        super(name, description);
        setChoices(choices);
    }

    public ChoiceParameterDefinition(String name, String[] choices, String description) {
        super(name, description);
        this.choices = new ArrayList<>(List.of(choices));
    }

    public List<String> getChoices() {
        return choices;
    }

    @DataBoundSetter
    public void setChoices(Object choices) {
        if (choices instanceof List<?> list) {
            this.choices = new ArrayList<>(list.stream().map(String::valueOf).toList());
        } else if (choices != null) {
            this.choices = new ArrayList<>(List.of(choices.toString().split("\\r?\\n")));
        } else {
            this.choices = new ArrayList<>();
        }
    }

    @Override
    public boolean isValid(ParameterValue value) {
        return value instanceof StringParameterValue text && choices.contains(text.value);
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        return choices.isEmpty() ? null : new StringParameterValue(getName(), choices.get(0), getDescription());
    }

    @Override
    public StringParameterValue createValue(String value) {
        StringParameterValue made = new StringParameterValue(getName(), value, getDescription());
        if (!isValid(made)) {
            throw new IllegalArgumentException("Illegal choice for parameter " + getName() + ": " + value);
        }
        return made;
    }

    @Extension
    @Symbol({"choice", "choiceParam"})
    public static class DescriptorImpl extends ParameterDescriptor {
        @Override
        public String getDisplayName() {
            return "Choice Parameter";
        }
    }
}
