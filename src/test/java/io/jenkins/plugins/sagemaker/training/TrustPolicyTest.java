package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {

    private static boolean letsIn(String statement) throws JsonProcessingException {
        return TrustPolicy.parse("{\"Statement\": " + statement + "}").letsSageMakerIn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect': 'Allow', 'Action': 'sts:AssumeRole', 'Principal': {'Service': 'sagemaker.amazonaws.com'}}",
                "[{'Effect': 'Allow', 'Action': ['sts:TagSession', 'STS:assumerole'], 'Principal': {'Service':"
                        + " ['codebuild.amazonaws.com', 'sagemaker.amazonaws.com']}}]",
                "[{'Effect': 'Allow', 'Action': 'sts:AssumeRole', 'Principal': {'Service': 'ec2.amazonaws.com'}},"
                        + " {'Effect': 'Allow', 'Action': 'sts:*', 'Principal': '*'}]",
                "{'Effect': 'Allow', 'Action': '*', 'Principal': {'AWS': '*'}}"
            })
    void aStatementThatNamesItLetsSageMakerIn(String statement) throws Exception {
        assertThat(letsIn(statement.replace('\'', '"'))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'Effect': 'Deny', 'Action': 'sts:AssumeRole', 'Principal': {'Service': 'sagemaker.amazonaws.com'}}",
                "{'Effect': 'Allow', 'Action': 'sts:TagSession', 'Principal': {'Service': 'sagemaker.amazonaws.com'}}",
                "{'Effect': 'Allow', 'Action': 'sts:AssumeRole', 'Principal': {'AWS': 'arn:aws:iam::1:root'}}",
                "{'Effect': 'Allow', 'Action': 'sts:AssumeRole'}"
            })
    void anythingElseDoesNot(String statement) throws Exception {
        assertThat(letsIn(statement.replace('\'', '"'))).isFalse();
    }

    @Test
    void whatIsNoJsonIsNoPolicy() {
        assertThatThrownBy(() -> TrustPolicy.parse("<html>")).isInstanceOf(JsonProcessingException.class);
    }
}
