package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackDeletionTest {

    private static final String BUCKET =
            "Resources: {B: {Type: 'AWS::S3::Bucket', Properties: {BucketName: full}}, T: {Type: 'AWS::SNS::Topic',"
                    + " DependsOn: B}}";

    private final Cloud cloud = new Cloud();

    private void delete(String stack, String... more) throws AwsError {
        String[] request = Arrays.copyOf(new String[] {"StackName", stack}, 2 + more.length);
        System.arraycopy(more, 0, request, 2, more.length);
        cloud.call("DeleteStack", request);
        cloud.pass(Duration.ofMinutes(5));
    }

    @Test
    void deletesWhatDependsOnOthersFirst() throws AwsError {
        String id = cloud.created("demo", BUCKET);

        delete("demo");

        assertThat(cloud.history(id).subList(8, 14))
                .containsExactly(
                        "demo DELETE_IN_PROGRESS",
                        "T DELETE_IN_PROGRESS",
                        "T DELETE_COMPLETE",
                        "B DELETE_IN_PROGRESS",
                        "B DELETE_COMPLETE",
                        "demo DELETE_COMPLETE");
        assertThat(cloud.call("DescribeStacks", "StackName", id).text("DeletionTime"))
                .isNotNull();
        assertThatThrownBy(() -> cloud.status("demo")).hasMessage("Stack with id demo does not exist");
        assertThat(cloud.call("ListStacks", "StackStatusFilter.member.1", "DELETE_COMPLETE")
                        .texts("//StackId"))
                .containsExactly(id);
        assertThat(cloud.call("DescribeStacks").texts("//StackId")).isEmpty();
    }

    @Test
    void failsAtABucketThatIsNotEmptyAndCanRetainIt() throws AwsError {
        String id = cloud.created("demo", BUCKET);
        cloud.objects.put("full", "k", "x".getBytes(StandardCharsets.UTF_8), Map.of());

        delete("demo");

        assertThat(cloud.status("demo")).isEqualTo("DELETE_FAILED");
        assertThat(cloud.call("DescribeStacks", "StackName", "demo").text("StackStatusReason"))
                .isEqualTo("The following resource(s) failed to delete: [B]. ");
        delete("demo", "RetainResources.member.1", "B");
        assertThat(cloud.status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(cloud.objects.hasBucket("full")).isTrue();
    }

    @Test
    void retainsOnlyAfterAFailure() throws AwsError {
        cloud.created("demo", BUCKET);

        assertThatThrownBy(() -> delete("demo", "RetainResources.member.1", "B"))
                .hasMessageContaining("only when the stack is in the DELETE_FAILED state");
    }

    @Test
    void isRefusedUnderTerminationProtection() throws AwsError {
        cloud.created("demo", BUCKET, "EnableTerminationProtection", "true");

        assertThatThrownBy(() -> delete("demo"))
                .hasMessage("Stack [demo] cannot be deleted while TerminationProtection is enabled");
        cloud.call("UpdateTerminationProtection", "StackName", "demo", "EnableTerminationProtection", "false");
        delete("demo");
        assertThatThrownBy(() -> cloud.status("demo")).hasMessage("Stack with id demo does not exist");
    }

    @Test
    void aStackThatIsNotThereCountsAsDeleted() throws AwsError {
        delete("nothing");

        assertThat(cloud.call("ListStacks").texts("//StackId")).isEmpty();
    }

    @Test
    void theNameIsFreeAgain() throws AwsError {
        String first = cloud.created("demo", BUCKET);
        delete("demo");

        String second = cloud.created("demo", BUCKET);

        assertThat(second).isNotEqualTo(first);
        assertThat(cloud.status(first)).isEqualTo("DELETE_COMPLETE");
        assertThat(cloud.status("demo")).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void anExportThatIsUsedProtectsItsStack() throws AwsError {
        cloud.created(
                "producer",
                "Resources: {T: {Type: 'AWS::SNS::Topic'}}\n"
                        + "Outputs: {O: {Value: !GetAtt T.TopicName, Export: {Name: shared}}}");
        cloud.created(
                "consumer",
                "Resources: {T: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !ImportValue shared}}}");

        assertThat(cloud.call("ListExports").text("Name")).isEqualTo("shared");
        assertThat(cloud.call("ListImports", "ExportName", "shared").texts("//Imports/member"))
                .containsExactly("consumer");
        assertThatThrownBy(() -> delete("producer"))
                .hasMessage("Export shared cannot be deleted as it is in use by consumer");
        delete("consumer");
        delete("producer");
        assertThat(cloud.call("ListExports").texts("//Name")).isEmpty();
    }

    @Test
    void anExportHasOneOwnerAndAnImportNeedsOne() throws AwsError {
        String exporting =
                "Resources: {T: {Type: 'AWS::SNS::Topic'}}\nOutputs: {O: {Value: !Ref T, Export: {Name: shared}}}";
        cloud.created("one", exporting);
        cloud.created("two", exporting);
        cloud.created(
                "three", "Resources: {T: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !ImportValue nowhere}}}");

        assertThat(cloud.status("two")).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "two")
                        .texts("//member[ResourceStatus='ROLLBACK_IN_PROGRESS']/ResourceStatusReason"))
                .singleElement()
                .asString()
                .contains("Export with name shared is already exported by stack one");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "three")
                        .texts("//member[ResourceStatus='CREATE_FAILED']/ResourceStatusReason"))
                .containsExactly("No export named nowhere found.");
    }
}
