package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RequestBudget;
import io.jenkins.plugins.sagemaker.operation.Scheduler;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

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

    /**
     * The budget is used up for now; treated as throttling. It is the cause of an SDK exception, not one itself: the SDK makes a new exception
     * of every one of its own that passes through it, and only the cause comes out as it went in.
     */
    static final class BudgetUsedUp extends Exception {
        private static final long serialVersionUID = 1L;

        BudgetUsedUp(RequestBudget.Key key, Duration wait) {
            super("this controller's own request budget for " + key.family() + " in " + key.region()
                    + " is used up for the next " + wait.toSeconds() + " s");
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        boolean mayPause = budget.beginPause();
        try {
            Duration longest = mayPause || isList(attributes) ? LONGEST_WAIT : Duration.ZERO;
            await(budget.take(key, longest), longest);
        } finally {
            if (mayPause) {
                budget.endPause();
            }
        }
    }

    /** A list stands for the looks of many, and does not stand back behind them. */
    private static boolean isList(ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        return operation != null && operation.startsWith("List");
    }

    private void await(Duration wait, Duration longest) {
        if (wait.compareTo(longest) > 0) {
            var usedUp = new BudgetUsedUp(key, wait);
            throw SdkClientException.create(usedUp.getMessage(), usedUp);
        }
        if (!wait.isZero()) {
            try {
                scheduler.pause(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AbortedException.create("interrupted", e);
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

    /** An attempt has failed; that it was throttled stands in the body of the answer. */
    void failed(Throwable attempt) {
        if (attempt instanceof AwsServiceException e && e.isThrottlingException()) {
            budget.throttled(key);
        }
    }
}
