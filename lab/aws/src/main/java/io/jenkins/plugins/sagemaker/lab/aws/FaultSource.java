package io.jenkins.plugins.sagemaker.lab.aws;

/**
 * Where a service asks whether one of its own things goes wrong this time: capacity that is not there, a container that
 * fails, an alarm that fires. Faults of whole requests (throttling, dropped connections) are the server's and are not
 * asked here.
 */
@FunctionalInterface
public interface FaultSource {

    /** Nothing ever goes wrong. */
    FaultSource NONE = (kind, subject) -> false;

    /** AWS has no capacity; the subject is an instance type. */
    String CAPACITY = "capacity";

    /** The account's quota has no such instance; the subject is an instance type. */
    String QUOTA = "quota";

    /** AWS takes the instances of a spot job back; the subject is the job's name. Asked at each start of its instances. */
    String SPOT = "spot";

    /** A training container is killed because the instance's memory is full; the subject is the job's name. */
    String MEMORY = "memory";

    /** A container fails; the subject is a job, model or endpoint name. */
    String CONTAINER = "container";

    /** An alarm fires during a deployment; the subject is the alarm's or the endpoint's name. */
    String ALARM = "alarm";

    /**
     * Whether the fault strikes now. Each call draws anew.
     *
     * @param kind one of the constants of this interface
     * @param subject what it would strike
     */
    boolean chance(String kind, String subject);
}
