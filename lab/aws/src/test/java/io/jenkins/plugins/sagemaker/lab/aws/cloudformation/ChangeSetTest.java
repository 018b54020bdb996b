package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeSetTest {

    private final Cloud cloud = new Cloud();

    private Answer create(String type, String template, String... more) throws AwsError {
        String[] request = {"StackName", "demo", "ChangeSetName", "cs", "ChangeSetType", type, "TemplateBody", template
        };
        Answer answer = cloud.call(
                "CreateChangeSet",
                Stream.concat(Arrays.stream(request), Arrays.stream(more)).toArray(String[]::new));
        cloud.pass(Duration.ofSeconds(10));
        return answer;
    }

    private Answer describe(String... more) throws AwsError {
        String[] request = {"StackName", "demo", "ChangeSetName", "cs"};
        return cloud.call(
                "DescribeChangeSet",
                Stream.concat(Arrays.stream(request), Arrays.stream(more)).toArray(String[]::new));
    }

    private void execute(String... more) throws AwsError {
        String[] request = {"StackName", "demo", "ChangeSetName", "cs"};
        cloud.call(
                "ExecuteChangeSet",
                Stream.concat(Arrays.stream(request), Arrays.stream(more)).toArray(String[]::new));
    }

    private void createEndpoint() throws AwsError {
        cloud.created("demo", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", "s3://b/one"));
    }

    @Test
    void createsAStackInTwoSteps() throws AwsError {
        String id = create("CREATE", Templates.TOPICS).text("Id");

        assertThat(id).matches("arn:aws:cloudformation:eu-west-1:123456789012:changeSet/cs/[-0-9a-f]{36}");
        assertThat(cloud.status("demo")).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(describe().texts("//Changes/member/ResourceChange/Action")).containsExactly("Add", "Add");
        assertThat(describe().text("ExecutionStatus")).isEqualTo("AVAILABLE");

        execute("ClientRequestToken", "go");
        assertThat(cloud.status("demo")).isEqualTo("CREATE_IN_PROGRESS");
        cloud.pass(Duration.ofMinutes(5));

        assertThat(cloud.status("demo")).isEqualTo("CREATE_COMPLETE");
        assertThat(describe().text("ExecutionStatus")).isEqualTo("EXECUTE_COMPLETE");
        assertThat(cloud.call("DescribeStacks", "StackName", "demo").text("ChangeSetId"))
                .isEqualTo(id);
    }

    @Test
    void isPendingAtFirst() throws AwsError {
        cloud.call(
                "CreateChangeSet",
                "StackName",
                "demo",
                "ChangeSetName",
                "cs",
                "ChangeSetType",
                "CREATE",
                "TemplateBody",
                Templates.TOPICS);

        assertThat(describe().text("Status")).isEqualTo("CREATE_PENDING");
        assertThat(describe().text("ExecutionStatus")).isEqualTo("UNAVAILABLE");
        assertThatThrownBy(this::execute)
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("InvalidChangeSetStatus"));
    }

    @Test
    void tellsWhatIsReplacedAndWhy() throws AwsError {
        createEndpoint();

        create("UPDATE", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", "s3://b/two"));

        Answer set = describe();
        assertThat(set.texts("//ResourceChange/LogicalResourceId"))
                .containsExactly("Model", "EndpointConfig", "Endpoint");
        assertThat(set.texts("//ResourceChange/Replacement")).containsExactly("True", "Conditional", "False");
        assertThat(set.texts("//ResourceChange[LogicalResourceId='Model']/PolicyAction"))
                .containsExactly("ReplaceAndDelete");
        assertThat(set.texts("//ResourceChange[LogicalResourceId='Model']/Details/member[1]/CausingEntity"))
                .containsExactly("ModelDataUrl");
        assertThat(set.texts("//ResourceChange[LogicalResourceId='Model']/Details/member[1]/Target/*"))
                .containsExactly("Properties", "PrimaryContainer", "Always");
        assertThat(set.texts("//ResourceChange[LogicalResourceId='EndpointConfig']/Details/member/*[self::Evaluation"
                        + " or self::ChangeSource or self::CausingEntity]"))
                .containsExactly("Dynamic", "ResourceAttribute", "Model.ModelName");
    }

    @Test
    void announcesTheReplacementOfARenamedEndpoint() throws AwsError {
        createEndpoint();

        create(
                "UPDATE",
                Templates.ENDPOINT.replace("digits-qa", "digits-new"),
                Templates.parameter("ModelDataUrl", "s3://b/one"));

        assertThat(describe().texts("//ResourceChange[LogicalResourceId='Endpoint']/Replacement"))
                .containsExactly("True");
        assertThat(describe().texts("//ResourceChange/LogicalResourceId")).containsExactly("Endpoint");
    }

    @Test
    void showsPropertiesBeforeAndAfterWhenAsked() throws AwsError {
        cloud.created("demo", Templates.TOPICS);
        create("UPDATE", Templates.TOPICS, Templates.parameter("Name", "second"));

        assertThat(describe("IncludePropertyValues", "true").text("BeforeContext"))
                .contains("\"DisplayName\":\"first\"");
        assertThat(describe("IncludePropertyValues", "true").text("AfterContext"))
                .contains("\"DisplayName\":\"second\"");
        assertThat(describe().text("BeforeContext")).isNull();
    }

    @Test
    void executesAnUpdate() throws AwsError {
        createEndpoint();
        create("UPDATE", Templates.ENDPOINT, Templates.parameter("ModelDataUrl", "s3://b/two"));

        execute("ClientRequestToken", "build-7");
        cloud.pass(Duration.ofMinutes(20));

        assertThat(cloud.status("demo")).isEqualTo("UPDATE_COMPLETE");
        assertThat(cloud.call("DescribeStackEvents", "StackName", "demo")
                        .texts("//member[ClientRequestToken='build-7' and"
                                + " LogicalResourceId='Endpoint']/ResourceStatus"))
                .containsExactly("UPDATE_COMPLETE", "UPDATE_IN_PROGRESS");
        assertThat(cloud.sageMaker.updates).hasSize(1);
    }

    @Test
    void runsOnceHoweverOftenTheSameTokenExecutesIt() throws AwsError {
        create("CREATE", Templates.TOPICS);
        execute("ClientRequestToken", "go");

        execute("ClientRequestToken", "go");
        assertThatThrownBy(() -> execute("ClientRequestToken", "again"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("InvalidChangeSetStatus"));
        cloud.pass(Duration.ofMinutes(5));

        assertThat(cloud.history("demo"))
                .filteredOn(line -> line.equals("demo CREATE_IN_PROGRESS"))
                .hasSize(1);
    }

    @Test
    void failsWhenNothingChanges() throws AwsError {
        cloud.created("demo", Templates.TOPICS);

        create("UPDATE", Templates.TOPICS);

        assertThat(describe().text("Status")).isEqualTo("FAILED");
        assertThat(describe().text("StatusReason"))
                .isEqualTo("The submitted information didn't contain changes. Submit different information to create a"
                        + " change set.");
        assertThatThrownBy(this::execute).hasMessageContaining("cannot be executed in its current status of [FAILED]");
    }

    @Test
    void failsWithOtherWordsWhenOnlyTheTextChanges() throws AwsError {
        cloud.created("demo", Templates.TOPICS);

        create("UPDATE", Templates.TOPICS + "# a remark\n");

        assertThat(describe().text("StatusReason")).isEqualTo("No updates are to be performed.");
    }

    @Test
    void theSameClientTokenIsTheSameRequest() throws AwsError {
        String first = create("CREATE", Templates.TOPICS, "ClientToken", "t").text("Id");

        assertThat(create("CREATE", Templates.TOPICS, "ClientToken", "t").text("Id"))
                .isEqualTo(first);
        assertThatThrownBy(() -> create("CREATE", Templates.TOPICS))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("AlreadyExistsException"));
    }

    @Test
    void becomesObsoleteWhenTheStackChangesOtherwise() throws AwsError {
        cloud.created("demo", Templates.TOPICS);
        create("UPDATE", Templates.TOPICS, Templates.parameter("Name", "second"));

        cloud.updated("demo", Templates.TOPICS, Templates.parameter("Name", "third"));

        assertThat(describe().text("ExecutionStatus")).isEqualTo("OBSOLETE");
        assertThatThrownBy(this::execute).hasMessageContaining("OBSOLETE");
    }

    @Test
    void refusesWhatDoesNotSuitTheStack() throws AwsError {
        assertThatThrownBy(() -> create("UPDATE", Templates.TOPICS)).hasMessage("Stack [demo] does not exist");
        assertThatThrownBy(() -> create("IMPORT", Templates.TOPICS)).hasMessageContaining("cannot import resources");
        cloud.created("demo", Templates.TOPICS);
        assertThatThrownBy(() -> create("CREATE", Templates.TOPICS))
                .hasMessage("Stack [demo] already exists and cannot be created again with the changeSet [cs].");
    }

    @Test
    void anInvalidTemplateLeavesNoStackBehind() {
        assertThatThrownBy(() -> create("CREATE", "Resources: {A: {Type: 'AWS::Foo::Bar'}}"))
                .hasMessage("Template format error: Unrecognized resource types: [AWS::Foo::Bar]");
        assertThatThrownBy(() -> cloud.status("demo")).hasMessage("Stack with id demo does not exist");
    }

    @Test
    void isListedAndDeleted() throws AwsError {
        create("CREATE", Templates.TOPICS);
        assertThat(cloud.call("ListChangeSets", "StackName", "demo").texts("//ChangeSetName"))
                .containsExactly("cs");

        cloud.call("DeleteChangeSet", "StackName", "demo", "ChangeSetName", "cs");
        cloud.call("DeleteChangeSet", "StackName", "demo", "ChangeSetName", "cs");

        assertThatThrownBy(this::describe)
                .isInstanceOfSatisfying(AwsError.class, error -> {
                    assertThat(error.code()).isEqualTo("ChangeSetNotFound");
                    assertThat(error.status()).isEqualTo(404);
                })
                .hasMessage("ChangeSet [cs] does not exist");
        assertThat(cloud.status("demo")).isEqualTo("REVIEW_IN_PROGRESS");
        cloud.call("DeleteStack", "StackName", "demo");
        assertThatThrownBy(() -> cloud.status("demo")).hasMessage("Stack with id demo does not exist");
    }

    @Test
    void comesInPages() throws AwsError {
        StringBuilder template = new StringBuilder("Resources:\n");
        for (int number = 0; number < 150; number++) {
            template.append("  T").append(number).append(": {Type: 'AWS::SNS::Topic'}\n");
        }
        create("CREATE", template.toString());

        Answer first = describe();
        Answer second = describe("NextToken", first.text("NextToken"));

        assertThat(first.texts("//ResourceChange")).hasSize(100);
        assertThat(second.texts("//ResourceChange")).hasSize(50);
        assertThat(second.text("NextToken")).isNull();
    }
}
