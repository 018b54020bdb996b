package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackTest {
    private static final LintOptions ON = LintOptions.DEFAULT.withPacks(Set.of(Pack.SAGEMAKER));
    private static final String MODEL =
            "Resources:\n  M:\n    Type: AWS::SageMaker::Model\n    Metadata: {cfn_nag: {rules_to_suppress: [%s]}}\n";

    @Test
    void aPackIsOffUnlessAskedFor() {
        assertThat(Verdicts.of(MODEL.formatted("")).all()).isEmpty();
        assertThat(Verdicts.of(MODEL.formatted(""), LintOptions.DEFAULT.withPacks(Set.of(Pack.SAGEMAKER)))
                        .all())
                .containsExactly("SM5 M", "SM6 M");
    }

    @Test
    void itsRulesAreSuppressedAndFilteredAsAllOthers() {
        assertThat(Verdicts.of(MODEL.formatted("{id: SM5, reason: public data}"), ON)
                        .all())
                .containsExactly("SM6 M");
        assertThat(Verdicts.of(MODEL.formatted(""), ON.withProfile("SM6 isolation\nW35\n"))
                        .all())
                .containsExactly("SM6 M");
        assertThat(Verdicts.of(MODEL.formatted(""), ON.withDenyList("RulesToSuppress: [{id: SM6}]"))
                        .all())
                .containsExactly("SM5 M");
    }

    @Test
    void listsMayNameItsRulesWhileItIsOff() {
        assertThat(Verdicts.of(MODEL.formatted(""), LintOptions.DEFAULT.withProfile("SM5"))
                        .all())
                .isEmpty();
    }

    @Test
    void theRulesOfThePackAreNumberedThrough() {
        assertThat(RuleCatalog.pack(Pack.SAGEMAKER).stream().map(Rule::id))
                .hasSize(37)
                .startsWith("SM1", "SM2")
                .endsWith("SM37")
                .doesNotHaveDuplicates();
        assertThat(RuleCatalog.pack(Pack.SAGEMAKER))
                .anySatisfy(rule -> assertThat(rule.severity()).isEqualTo(Severity.FAIL));
    }

    @Test
    void aPackIsNamedAsInArguments() {
        assertThat(Pack.named("sagemaker")).isEqualTo(Pack.SAGEMAKER);
        assertThatThrownBy(() -> Pack.named("SageMaker"))
                .hasMessage("There is no pack of rules called 'SageMaker'; there is: sagemaker.");
    }
}
