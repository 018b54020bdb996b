package io.jenkins.plugins.sagemaker.lab.aws;

import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides about requests, one by one, whether something goes wrong with them. May keep count; called by many threads.
 */
@FunctionalInterface
public interface FaultRule {

    Optional<Fault> strike(Target target);

    /**
     * A request that has come in.
     *
     * @param service signing name
     * @param operation as in {@link Service#operationOf}
     * @param account account of the caller
     * @param region region of the caller
     * @param protocol the service's protocol
     * @param now AWS's time
     * @param installed AWS's time when the faults were switched on
     */
    record Target(
            String service,
            String operation,
            String account,
            String region,
            Protocol protocol,
            Instant now,
            Instant installed) {}
}
