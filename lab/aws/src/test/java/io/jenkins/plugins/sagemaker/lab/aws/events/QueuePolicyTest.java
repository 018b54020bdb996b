package io.jenkins.plugins.sagemaker.lab.aws.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuePolicyTest {

    private static final String RULE = "arn:aws:events:eu-central-1:123456789012:rule/jobs";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Statement": {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage"}}           | true
            {"Statement": [{"Effect": "Allow", "Principal": {"Service": ["a", "events.amazonaws.com"]}, "Action": ["SQS:*"]}]}          | true
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*"}]}                                                       | true
            {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "*"}]}                                                        | false
            {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage"}]}            | false
            {"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:ReceiveMessage"}]}      | false
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:events:eu-central-1:123456789012:rule/jobs"}}}]} | true
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:events:*:123456789012:rule/other"}}}]}           | false
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}}]}                              | true
            no policy                                                                                                                   | false
            """)
    void tellsWhetherEventBridgeMaySend(String policy, boolean allows) {
        assertThat(QueuePolicy.allows(policy, RULE, "123456789012")).isEqualTo(allows);
    }
}
