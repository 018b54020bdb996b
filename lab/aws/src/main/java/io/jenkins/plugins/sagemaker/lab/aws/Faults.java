package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong with the requests of a local AWS, beyond what the clients do wrong. Made from a specification
 * ({@link #parse}), by hand for tests ({@link #on}), or both ({@link #and}).
 */
public final class Faults implements FaultSource {

    private final List<FaultRule> rules;
    private final List<FaultSource> chances;

    Faults(List<FaultRule> rules, List<FaultSource> chances) {
        this.rules = List.copyOf(rules);
        this.chances = List.copyOf(chances);
    }

    /** Nothing goes wrong. */
    public static Faults none() {
        return new Faults(List.of(), List.of());
    }

    /** Whatever that rule says. */
    public static Faults of(FaultRule rule) {
        return new Faults(List.of(rule), List.of());
    }

    /**
     * Reads {@code throttle=0.3,error500=0.05,dropAfter=0.02,latency=50ms,seed=7,services=sagemaker+logs}.
     *
     * <ul>
     *   <li>{@code throttle}, {@code error500}, {@code expired}, {@code dropBefore}, {@code dropAfter}: a probability
     * per request
     *   <li>{@code latency}: added to every answer, in this machine's time: {@code 50ms}, {@code 2s}
     *   <li>{@code accessDeniedFirst}: every request is denied for so long after the faults are switched on, in AWS's
     *       time: a role that has not propagated yet: {@code 5m}
     *   <li>{@code limits=on}: AWS's rate limits
     *   <li>{@code capacity}, {@code quota}, {@code container}, {@code memory}, {@code alarm}: a probability, or the
     *       subjects that it strikes, each with a probability if not always: {@code capacity=0.1},
     *       {@code capacity=ml.p3.2xlarge+ml.g5.xlarge:0.5}, {@code container=digits-*}
     *   <li>{@code spot}: the same, and a whole number is how many times each spot job is interrupted: {@code spot=1}
     *   <li>{@code seed}: a whole number; the same seed and requests meet the same faults. Default 0
     *   <li>{@code services}, {@code operations}: which requests, separated by {@code +}; all if not given
     * </ul>
     *
     * @throws IllegalArgumentException with one sentence that names the wrong part
     */
    public static Faults parse(String specification) {
        return new FaultSpecification(specification).faults();
    }

    /**
     * Begins a fault that is placed by hand.
     *
     * @param service signing name, such as {@code sagemaker} (its Runtime too) or {@code s3}
     * @param operation such as {@code CreateTrainingJob}, {@code InvokeEndpoint} or {@code PutObject}
     */
    public static OneFault on(String service, String operation) {
        return new OneFault(service, operation);
    }

    /** These faults and the other ones; where two strike one request, the first that was added does. */
    public Faults and(Faults other) {
        List<FaultRule> allRules = new ArrayList<>(rules);
        allRules.addAll(other.rules);
        List<FaultSource> allChances = new ArrayList<>(chances);
        allChances.addAll(other.chances);
        return new Faults(allRules, allChances);
    }

    /** What strikes this request: delays, and at most one fault of another kind, which stands last. */
    List<Fault> strike(FaultRule.Target target) {
        List<Fault> delays = new ArrayList<>();
        Fault struck = null;
        for (FaultRule rule : rules) {
            Optional<Fault> fault = rule.strike(target);
            if (fault.isPresent() && fault.get().effect() == Fault.Effect.DELAY) {
                delays.add(fault.get());
            } else if (struck == null) {
                struck = fault.orElse(null);
            }
        }
        if (struck != null) {
            delays.add(struck);
        }
        return delays;
    }

    @Override
    public boolean chance(String kind, String subject) {
        return chances.stream().anyMatch(chance -> chance.chance(kind, subject));
    }
}
