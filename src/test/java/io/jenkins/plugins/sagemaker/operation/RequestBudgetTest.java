package io.jenkins.plugins.sagemaker.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private static final RequestBudget.Key KEY = new RequestBudget.Key("123456789012", "eu-central-1", "SageMaker");
    private static final Duration LONG = Duration.ofSeconds(10);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final RequestBudget budget = new RequestBudget(() -> now);

    @Test
    void aBurstOfTwoSecondsWorthGoesAtOnceAndTheRestInTurn() {
        for (int i = 0; i < 20; i++) {
            assertThat(budget.take(KEY, LONG)).isZero();
        }
        assertThat(budget.take(KEY, LONG)).isEqualTo(Duration.ofMillis(100));
        assertThat(budget.take(KEY, LONG)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aTurnThatIsTooFarAwayIsNotTaken() {
        for (int i = 0; i < 25; i++) {
            budget.take(KEY, LONG);
        }
        Duration refused = budget.take(KEY, Duration.ofMillis(300));

        assertThat(refused).isEqualTo(Duration.ofMillis(600));
        assertThat(budget.take(KEY, LONG)).isEqualTo(refused);
    }

    @Test
    void inTheLongRunItIsTenRequestsASecond() {
        int sent = 0;
        for (int tick = 0; tick < 1_000; tick++) {
            if (budget.take(KEY, Duration.ZERO).isZero()) {
                sent++;
            }
            now = now.plusMillis(10);
        }
        assertThat(sent).isBetween(118, 122); // ten seconds' worth, and the burst
    }

    @Test
    void throttlingHalvesTheRateAndABurstOfItIsOnePieceOfNews() {
        for (int i = 0; i < 50; i++) {
            budget.throttled(KEY);
        }
        assertThat(budget.take(KEY, LONG)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void lastingThrottlingLowersTheRateToOneInTwoSecondsAndNoFurther() {
        for (int i = 0; i < 50; i++) {
            now = now.plusSeconds(2);
            budget.throttled(KEY);
        }
        assertThat(budget.take(KEY, LONG)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void goodAnswersRaiseTheRateSlowlyUpToWhatItWas() {
        budget.throttled(KEY);
        for (int i = 0; i < 50; i++) {
            budget.accepted(KEY);
        }
        assertThat(budget.take(KEY, LONG)).isBetween(Duration.ofMillis(120), Duration.ofMillis(140));
        for (int i = 0; i < 1_000; i++) {
            budget.accepted(KEY);
        }
        assertThat(budget.take(KEY, LONG)).isEqualTo(Duration.ofMillis(200)); // the second in the queue at ten a second
    }

    @Test
    void accountsRegionsAndFamiliesDoNotShareIt() {
        for (int i = 0; i < 20; i++) {
            budget.take(KEY, LONG);
        }
        assertThat(budget.take(new RequestBudget.Key("210987654321", "eu-central-1", "SageMaker"), LONG))
                .isZero();
        assertThat(budget.take(new RequestBudget.Key("123456789012", "eu-west-1", "SageMaker"), LONG))
                .isZero();
        assertThat(budget.take(new RequestBudget.Key("123456789012", "eu-central-1", "STS"), LONG))
                .isZero();
    }

    @Test
    void accountsThatAreLongOutOfUseAreForgotten() {
        for (int i = 0; i < 5_000; i++) {
            budget.take(new RequestBudget.Key("account " + i, "eu-central-1", "STS"), LONG);
            now = now.plusSeconds(10);
        }
        assertThat(budget.buckets()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void aClockThatIsSetBackTakesNothingAway() {
        now = now.minusSeconds(3_600);

        assertThat(budget.take(KEY, LONG)).isZero();
    }

    @Test
    void noMoreThanHalfOfTheThreadsWaitForTheirTurn() {
        for (int i = 0; i < RequestBudget.MOST_PAUSES; i++) {
            assertThat(budget.beginPause()).isTrue();
        }
        assertThat(budget.beginPause()).isFalse();

        budget.endPause();

        assertThat(budget.beginPause()).isTrue();
    }
}
