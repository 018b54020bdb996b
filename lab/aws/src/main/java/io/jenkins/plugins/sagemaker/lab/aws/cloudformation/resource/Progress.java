package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import java.time.Duration;
import java.util.Map;

/** How far a handler got with a resource. */
public sealed interface Progress {

    /** The resource's physical id, or null as long as there is none. */
    String physicalId();

    /**
     * The resource is as wanted.
     *
     * @param attributes what Fn::GetAtt answers, by name
     */
    record Done(String physicalId, Map<String, Object> attributes) implements Progress {}

    /**
     * The handler wants to be called again.
     *
     * @param delay after this much of AWS's time
     * @param stage what to tell it then, see {@link ResourceRequest#stage()}
     */
    record Again(String physicalId, Duration delay, String stage) implements Progress {}
}
