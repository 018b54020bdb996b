package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import java.time.Instant;

/**
 * One line of a stack's history.
 *
 * @param id unique
 * @param logicalId the resource's, or the stack's name
 * @param physicalId the resource's, or the stack's id; empty if there is none yet
 * @param type the resource's
 * @param time when
 * @param status the new status of the resource or of the stack
 * @param reason or null
 * @param properties of the resource as JSON, or null
 * @param token ClientRequestToken of the operation that caused it, or null
 */
record StackEvent(
        String id,
        String logicalId,
        String physicalId,
        String type,
        Instant time,
        String status,
        String reason,
        String properties,
        String token) {}
