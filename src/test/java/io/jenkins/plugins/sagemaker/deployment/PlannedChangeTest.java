package io.jenkins.plugins.sagemaker.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

class PlannedChangeTest {

    @Test
    void whatAReplacedResourceForcesIsReplacedForCertain() {
        var changes = PlannedChange.of(List.of(
                modified(
                        "Endpoint",
                        "AWS::SageMaker::Endpoint",
                        Replacement.FALSE,
                        "EndpointConfigName",
                        "EndpointConfig.Name",
                        RequiresRecreation.NEVER),
                modified(
                        "EndpointConfig",
                        "AWS::SageMaker::EndpointConfig",
                        Replacement.CONDITIONAL,
                        "ProductionVariants",
                        "Model.ModelName",
                        RequiresRecreation.ALWAYS),
                modified(
                        "Model",
                        "AWS::SageMaker::Model",
                        Replacement.TRUE,
                        "PrimaryContainer",
                        "ModelDataUrl",
                        RequiresRecreation.ALWAYS)));

        assertThat(changes)
                .extracting(PlannedChange::sentence)
                .containsExactly(
                        "Endpoint (AWS::SageMaker::Endpoint) will be updated in place: EndpointConfigName changes",
                        "EndpointConfig (AWS::SageMaker::EndpointConfig) will be REPLACED: ProductionVariants changes",
                        "Model (AWS::SageMaker::Model) will be REPLACED: PrimaryContainer changes");
        assertThat(changes).noneMatch(PlannedChange::endangersEndpoint);
    }

    @Test
    void whatDependsOnAnUpdatedResourceMayOrMayNotBeReplaced() {
        var changes = PlannedChange.of(List.of(
                modified(
                        "Endpoint",
                        "AWS::SageMaker::Endpoint",
                        Replacement.CONDITIONAL,
                        "EndpointName",
                        "Other.Name",
                        RequiresRecreation.ALWAYS),
                modified("Other", "Custom::Other", Replacement.FALSE, "Tags", "", RequiresRecreation.NEVER)));

        assertThat(changes.get(0).sentence()).contains("may be REPLACED");
        assertThat(changes.get(0).endangersEndpoint()).isTrue();
        assertThat(changes.get(1).endangersEndpoint()).isFalse();
    }

    @Test
    void anEndpointThatWouldBeDeletedIsInDangerToo() {
        var changes = PlannedChange.of(List.of(Change.builder()
                .resourceChange(c -> c.action(ChangeAction.REMOVE)
                        .logicalResourceId("Endpoint")
                        .resourceType("AWS::SageMaker::Endpoint"))
                .build()));

        assertThat(changes.get(0).sentence()).isEqualTo("Endpoint (AWS::SageMaker::Endpoint) will be DELETED");
        assertThat(changes.get(0).endangersEndpoint()).isTrue();
    }

    private static Change modified(
            String id,
            String type,
            Replacement replacement,
            String property,
            String cause,
            RequiresRecreation recreation) {
        var detail = ResourceChangeDetail.builder()
                .target(t -> t.name(property).requiresRecreation(recreation))
                .causingEntity(cause)
                .build();
        return Change.builder()
                .resourceChange(c -> c.action(ChangeAction.MODIFY)
                        .logicalResourceId(id)
                        .resourceType(type)
                        .replacement(replacement)
                        .details(detail))
                .build();
    }
}
