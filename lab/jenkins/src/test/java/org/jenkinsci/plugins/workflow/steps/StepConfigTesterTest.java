package org.jenkinsci.plugins.workflow.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.util.List;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

@WithJenkins
class StepConfigTesterTest {

    @Test
    void whatTheFormHasComesBack(JenkinsRule r) throws Exception {
        FormStep before = new FormStep("n");
        before.setCount(7);
        before.setParts(List.of(new Part("a"), new Part("b")));

        FormStep after = new StepConfigTester(r).configRoundTrip(before);

        assertThat(after).isNotSameAs(before);
        r.assertEqualDataBoundBeans(after.getParts(), before.getParts());
        assertThat(after.getName()).isEqualTo("n");
        assertThat(after.getCount()).isEqualTo(7);
    }

    @Test
    void aTextThatIsNotSetComesBackEmpty(JenkinsRule r) throws Exception {
        assertThat(new StepConfigTester(r).configRoundTrip(new FormStep("n")).getNote())
                .isEmpty();
    }

    @Test
    void whatTheFormWouldLoseIsNamed(JenkinsRule r) {
        FormStep step = new FormStep("n");
        step.setHidden("set");

        assertThatThrownBy(() -> new StepConfigTester(r).configRoundTrip(step))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The form of FormStep has no field for [hidden]");
    }

    @Test
    void whatTheFormOfAPartWouldLoseIsNamedToo(JenkinsRule r) {
        Part part = new Part("a");
        part.setDepth(3);
        FormStep step = new FormStep("n");
        step.setParts(List.of(part));

        assertThatThrownBy(() -> new StepConfigTester(r).configRoundTrip(step))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The form of Part has no field for [depth]");
    }

    /** A step with a form that lacks one field. */
    public static final class FormStep extends Step {
        private final String name;
        private int count;
        private String note;
        private String hidden;
        private List<Part> parts = List.of();

        @DataBoundConstructor
        public FormStep(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public int getCount() {
            return count;
        }

        @DataBoundSetter
        public void setCount(int count) {
            this.count = count;
        }

        public String getNote() {
            return note;
        }

        @DataBoundSetter
        public void setNote(String note) {
            this.note = note;
        }

        public String getHidden() {
            return hidden;
        }

        @DataBoundSetter
        public void setHidden(String hidden) {
            this.hidden = hidden;
        }

        public List<Part> getParts() {
            return parts;
        }

        @DataBoundSetter
        public void setParts(List<Part> parts) {
            this.parts = List.copyOf(parts);
        }

        @Override
        public StepExecution start(StepContext context) {
            return StepExecutions.synchronousVoid(context, c -> {});
        }

        @Extension
        public static final class DescriptorImpl extends StepDescriptor {
            @Override
            public String getFunctionName() {
                return "formed";
            }

            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of();
            }
        }
    }

    /** Something within the step, with a form of its own. */
    public static final class Part extends AbstractDescribableImpl<Part> {
        private final String id;
        private int depth;

        @DataBoundConstructor
        public Part(String id) {
            this.id = id;
        }

        public String getId() {
            return id;
        }

        public int getDepth() {
            return depth;
        }

        @DataBoundSetter
        public void setDepth(int depth) {
            this.depth = depth;
        }

        @Extension
        @Symbol("testPart")
        public static final class DescriptorImpl extends Descriptor<Part> {}
    }
}
