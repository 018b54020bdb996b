package io.jenkins.plugins.sagemaker.lab.aws;

import io.jenkins.plugins.sagemaker.lab.aws.logs.LogStore;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore;

/**
 * What a local service stands on.
 *
 * @param timeline the time it lives in
 * @param dispatcher the other services
 * @param objects the content of S3
 * @param logs the content of CloudWatch Logs
 * @param faults what goes wrong inside a service
 * @param events where a service tells what happens
 */
public record Surroundings(
        Timeline timeline,
        Dispatcher dispatcher,
        ObjectStore objects,
        LogStore logs,
        FaultSource faults,
        EventSink events) {

    /** Surroundings in which nobody listens to events. */
    public Surroundings(
            Timeline timeline, Dispatcher dispatcher, ObjectStore objects, LogStore logs, FaultSource faults) {
        this(timeline, dispatcher, objects, logs, faults, EventSink.NONE);
    }

    /** Surroundings in which, besides, nothing goes wrong by itself. */
    public Surroundings(Timeline timeline, Dispatcher dispatcher, ObjectStore objects, LogStore logs) {
        this(timeline, dispatcher, objects, logs, FaultSource.NONE);
    }
}
