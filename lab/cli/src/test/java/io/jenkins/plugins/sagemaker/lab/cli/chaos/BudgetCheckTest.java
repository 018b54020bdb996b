package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetCheckTest {

    @Test
    void tenRequestsASecondAndTwentyMoreAreGranted() {
        assertThat(BudgetCheck.violations(List.of(requests("DescribeTrainingJob", 120, 100))))
                .isEmpty();
    }

    @Test
    void moreThanThatIsTooMuch() {
        assertThat(BudgetCheck.violations(List.of(requests("DescribeTrainingJob", 120, 70))))
                .containsExactly("the request budget for sagemaker was exceeded");
    }

    @Test
    void invocationsHaveNoBudget() {
        assertThat(BudgetCheck.violations(List.of(requests("InvokeEndpoint", 120, 0))))
                .isEmpty();
    }

    @Test
    void aControllerThatComesUpAgainHasAFreshBudget() {
        var some = requests("DescribeTrainingJob", 20, 0);

        assertThat(BudgetCheck.violations(List.of(some, some))).isEmpty();
    }

    private static List<RecordedRequest> requests(String operation, int count, int pauseMillis) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RecordedRequest(
                        Trial.BEGIN.plusMillis((long) i * pauseMillis),
                        "sagemaker",
                        operation,
                        "123456789012",
                        Ground.REGION,
                        200,
                        "",
                        ""))
                .toList();
    }
}
