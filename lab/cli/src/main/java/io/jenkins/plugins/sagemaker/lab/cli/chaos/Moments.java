package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.lab.aws.Fault;
import io.jenkins.plugins.sagemaker.lab.aws.FaultRule;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * All moments of one run, in order: counts them, and lets things go wrong at some. Whoever comes to a moment at which the controller dies is held
 * up there until it is dead.
 */
final class Moments implements FaultRule {

    /** Less than the time for which an operation bears denied access. */
    private static final Duration PROPAGATION = Duration.ofMinutes(3);

    private final List<Strike> strikes;
    private final Instant begin;
    private final Runnable wake;
    private final Thread driver = Thread.currentThread();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Site, Instant> visited = new LinkedHashMap<>();
    private final List<Strike> struck = new ArrayList<>();
    private boolean alive;
    private boolean crashAtNext;
    private Blow wanted;
    private CountDownLatch dead;

    /**
     * @param begin when the run begins
     * @param wake tells the driver, the thread that makes this object, that there is something to do
     */
    Moments(List<Strike> strikes, Instant begin, Runnable wake) {
        this.strikes = strikes;
        this.begin = begin;
        this.wake = wake;
    }

    /** The controller is up: from now on its moments count. */
    synchronized void lives() {
        alive = true;
    }

    /** It goes down in order. */
    synchronized void rests() {
        alive = false;
        wanted = null;
    }

    /** It is dead: whoever is held up goes on, with nothing in his hands. */
    synchronized void died() {
        alive = false;
        wanted = null;
        dead.countDown();
    }

    /** What is to be done with the controller now: to crash, restart or stop the build; null for nothing. */
    synchronized Blow wanted() {
        return wanted;
    }

    /** It is done; nothing else is wanted. */
    synchronized void done() {
        wanted = null;
    }

    @Override
    public Optional<Fault> strike(Target call) {
        Blow blow = at(call.service() + "." + call.operation(), call.now());
        if (blow == Blow.CRASH_AFTER) {
            return Optional.of(Fault.named("dropAfter", call));
        }
        if (blow == Blow.CRASH_BEFORE) {
            return Optional.of(Fault.named("dropBefore", call));
        }
        return Optional.ofNullable(blow == null ? null : blow.fault()).map(fault -> Fault.named(fault, call));
    }

    /** Something is about to be written, or has been. */
    void write(String what, Instant now) {
        if (Thread.currentThread() != driver
                && at("write " + what.replaceFirst("^\\d+\\.xml", "node"), now) == Blow.CRASH_BEFORE) {
            Power.check();
        }
    }

    private Blow at(String name, Instant now) {
        Blow blow;
        CountDownLatch end;
        synchronized (this) {
            if (wanted != Blow.CRASH_BEFORE) {
                if (!alive) {
                    return Blow.CRASH_BEFORE;
                }
                blow = next(name, now);
                if (blow == Blow.RESTART || blow == Blow.ABORT) {
                    wanted = blow;
                }
                if (blow != Blow.CRASH_BEFORE) {
                    return blow;
                }
                wanted = blow;
                dead = new CountDownLatch(1);
            }
            end = dead;
        }
        wake.run();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Blow.CRASH_BEFORE;
    }

    private Blow next(String name, Instant now) {
        if (crashAtNext) {
            crashAtNext = false;
            return Blow.CRASH_BEFORE;
        }
        var site = new Site(name, counts.merge(name, 1, Integer::sum));
        visited.put(site, now);
        for (Strike strike : strikes) {
            if (strike.blow() == Blow.PROPAGATION ? isDenied(strike, site, now) : strike.hits(site)) {
                if (!struck.contains(strike)) {
                    struck.add(strike);
                }
                crashAtNext = strike.blow() == Blow.CRASH_AFTER;
                return strike.blow();
            }
        }
        return null;
    }

    /** From its moment on everything is denied, as long as a role may take to be known. */
    private boolean isDenied(Strike strike, Site site, Instant now) {
        return site.isCall() && now.isBefore(begin.plus(PROPAGATION)) && (strike.hits(site) || struck.contains(strike));
    }

    /** The moments that have come, with their time. */
    synchronized Map<Site, Instant> visited() {
        return new LinkedHashMap<>(visited);
    }

    /** What has gone wrong. */
    synchronized List<Strike> struck() {
        return List.copyOf(struck);
    }
}
