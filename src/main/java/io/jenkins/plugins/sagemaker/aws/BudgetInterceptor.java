package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RequestBudget;
import io.jenkins.plugins.sagemaker.operation.Scheduler;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Holds the requests of one client to the controller's {@link RequestBudget}, retries included. */
final class BudgetInterceptor implements ExecutionInterceptor {

    /** A longer wait is left to the operation's own pause, where it holds no thread. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final RequestBudget budget;
    private final RequestBudget.Key key;
    private final Scheduler scheduler;

    BudgetInterceptor(RequestBudget budget, RequestBudget.Key key, Scheduler scheduler) {
        this.budget = budget;
        this.key = key;
        this.scheduler = scheduler;
    }

    /** What an operation sees when the budget is used up for now; treated as throttling. */
    static final class BudgetUsedUp extends SdkClientException {
        private static final long serialVersionUID = 1L;

        BudgetUsedUp(RequestBudget.Key key, Duration wait) {
            super(SdkClientException.builder()
                    .message("this controller's own request budget for " + key.family() + " in " + key.region()
                            + " is used up for the next " + wait.toSeconds() + " s"));
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Duration wait = budget.take(key, LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new BudgetUsedUp(key, wait);
        }
        if (!wait.isZero()) {
            try {
                scheduler.pause(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw software.amazon.awssdk.core.exception.AbortedException.create("interrupted", e);
            }
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        int status = context.httpResponse().statusCode();
        if (status == 429 || status == 503) {
            budget.throttled(key);
        } else if (status < 400) {
            budget.accepted(key);
        }
    }

    /** Throttling as a 400 is known only once the body has been read. */
    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (context.exception() instanceof software.amazon.awssdk.awscore.exception.AwsServiceException e
                && e.isThrottlingException()) {
            budget.throttled(key);
        }
    }
}
