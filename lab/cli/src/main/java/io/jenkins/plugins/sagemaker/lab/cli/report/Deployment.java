package io.jenkins.plugins.sagemaker.lab.cli.report;

import java.time.Instant;
import java.util.List;

/**
 * A change of a CloudFormation stack, or of the attempt to.
 *
 * @param stackStatus the last that is known; empty if there is no stack
 * @param changed whether CloudFormation had anything to change
 * @param endpointName empty if it is not known
 * @param configBefore the endpoint's configuration before; empty if there was no endpoint
 * @param configAfter the endpoint's configuration now
 * @param failure why it failed; empty if it did not
 * @param events oldest first
 */
public record Deployment(
        String stage,
        String stackName,
        Outcome outcome,
        String stackStatus,
        boolean changed,
        String endpointName,
        String configBefore,
        String configAfter,
        double seconds,
        String failure,
        List<Event> events,
        String consoleUrl) {

    /**
     * @param at AWS's time; null where only the log's time of day is known
     * @param time the time of day as it is shown
     */
    public record Event(Instant at, String time, String resource, String type, String status, String reason) {

        boolean bad() {
            return status.contains("FAILED") || status.contains("ROLLBACK");
        }
    }
}
