package io.jenkins.plugins.sagemaker.lab.aws.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {

    private static final String EVENT = """
            {"source": "aws.sagemaker", "detail-type": "SageMaker Training Job State Change", "resources": ["a", "b"],
             "detail": {"TrainingJobName": "digits-1", "TrainingJobStatus": "Completed", "Seconds": 30, "Tags": {"team": "x"}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"source": ["aws.sagemaker"]}                                                                  | true
            {"source": ["aws.s3", "aws.sagemaker"], "detail": {"TrainingJobStatus": ["Completed"]}}        | true
            {"source": ["aws.s3"]}                                                                         | false
            {"source": ["aws.sagemaker"], "detail": {"TrainingJobStatus": ["Failed"]}}                     | false
            {"resources": ["b"]}                                                                           | true
            {"detail": {"TrainingJobName": [{"prefix": "digits-"}]}}                                       | true
            {"detail": {"TrainingJobName": [{"prefix": "other"}, {"suffix": "-1"}]}}                       | true
            {"detail": {"TrainingJobName": [{"wildcard": "d*ts-*"}]}}                                      | true
            {"detail": {"TrainingJobName": [{"wildcard": "d*ts"}]}}                                        | false
            {"detail": {"TrainingJobName": [{"equals-ignore-case": "DIGITS-1"}]}}                          | true
            {"detail": {"TrainingJobStatus": [{"anything-but": "InProgress"}]}}                            | true
            {"detail": {"TrainingJobStatus": [{"anything-but": ["InProgress", "Completed"]}]}}             | false
            {"detail": {"TrainingJobName": [{"anything-but": {"prefix": "digits"}}]}}                      | false
            {"detail": {"FailureReason": [{"exists": false}], "TrainingJobName": [{"exists": true}]}}      | true
            {"detail": {"FailureReason": [{"exists": true}]}}                                              | false
            {"detail": {"Seconds": [{"numeric": [">", 0, "<=", 30]}]}}                                     | true
            {"detail": {"Seconds": [30.0]}}                                                                | true
            {"detail": {"Seconds": [{"numeric": ["<", 30]}]}}                                              | false
            {"detail": {"Tags": {"team": ["x"]}}}                                                          | true
            {"detail": {"Nothing": {"team": ["x"]}}}                                                       | false
            {"$or": [{"source": ["x"]}, {"detail": {"TrainingJobStatus": ["Completed"]}}]}                 | true
            """)
    void matchesAsEventBridgeDoes(String pattern, boolean matches) throws Exception {
        assertThat(EventPattern.parse(pattern).matches(new ObjectMapper().readTree(EVENT)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{}", "[]", "{\"source\": \"aws.s3\"}", "{\"a\": []}", "{\"a\": [{\"cidr\": \"::/0\"}]}"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> EventPattern.parse(pattern))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("InvalidEventPatternException"))
                .hasMessageStartingWith("Event pattern is not valid. Reason: ");
    }
}
