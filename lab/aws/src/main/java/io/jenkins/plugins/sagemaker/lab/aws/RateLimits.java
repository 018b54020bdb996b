package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * AWS's request rate limits: a token bucket per account, region and operation, filled in AWS's time. A request that
 * finds its bucket empty is throttled.
 *
 * <p>Those of CloudWatch Logs are its published default quotas. SageMaker and CloudFormation publish none; two listings
 * a second is what SageMaker's users report, and the others are cautious guesses of the same size.
 */
final class RateLimits implements FaultRule {

    /** Requests per second; operations not named here are not limited. */
    private static final Map<String, Double> PER_SECOND = Map.ofEntries(
            Map.entry("logs/CreateLogGroup", 10.0),
            Map.entry("logs/CreateLogStream", 50.0),
            Map.entry("logs/DescribeLogGroups", 10.0),
            Map.entry("logs/DescribeLogStreams", 25.0),
            Map.entry("logs/FilterLogEvents", 5.0),
            Map.entry("logs/GetLogEvents", 10.0),
            Map.entry("sagemaker/CreateTrainingJob", 2.0),
            Map.entry("sagemaker/CreateEndpoint", 2.0),
            Map.entry("sagemaker/CreateHyperParameterTuningJob", 2.0),
            Map.entry("sagemaker/DescribeTrainingJob", 10.0),
            Map.entry("sagemaker/DescribeEndpoint", 10.0),
            Map.entry("sagemaker/DescribeHyperParameterTuningJob", 10.0),
            Map.entry("sagemaker/ListTrainingJobs", 2.0),
            Map.entry("sagemaker/ListEndpoints", 2.0),
            Map.entry("cloudformation/CreateChangeSet", 2.0),
            Map.entry("cloudformation/DescribeChangeSet", 10.0),
            Map.entry("cloudformation/DescribeStacks", 10.0),
            Map.entry("cloudformation/DescribeStackEvents", 10.0));

    /** A bucket holds what comes in within this time, so that short bursts pass. */
    private static final double BURST_SECONDS = 2;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    @Override
    public Optional<Fault> strike(Target target) {
        String operation = target.service() + "/" + target.operation();
        Double rate = PER_SECOND.get(operation);
        if (rate == null) {
            return Optional.empty();
        }
        String key = target.account() + "/" + target.region() + "/" + operation;
        boolean granted = buckets.computeIfAbsent(key, k -> new Bucket(rate * BURST_SECONDS, target.now()))
                .take(rate, target.now());
        return granted
                ? Optional.empty()
                : Optional.of(Fault.answer("limits", CommonErrors.throttled(target.protocol())));
    }

    private static final class Bucket {

        private double tokens;
        private Instant filled;

        Bucket(double tokens, Instant filled) {
            this.tokens = tokens;
            this.filled = filled;
        }

        synchronized boolean take(double rate, Instant now) {
            if (now.isAfter(filled)) {
                double seconds = Duration.between(filled, now).toMillis() / 1000.0;
                if (seconds > 0) {
                    tokens = Math.min(rate * BURST_SECONDS, tokens + seconds * rate);
                    filled = now;
                }
            }
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
