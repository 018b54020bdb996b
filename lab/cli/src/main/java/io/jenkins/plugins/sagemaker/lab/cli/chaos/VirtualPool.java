package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.jenkins.step.OperationPool;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jvnet.hudson.test.TestExtension;

/** Puts the virtual clock in the place of the steps' own time and threads. Takes part in the controllers of chaos runs alone. */
@TestExtension
public final class VirtualPool implements OperationPool.Substitute {

    private final Life life = Life.current();

    @Override
    public Instant now() {
        return life.now();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        life.wrote();
        life.after(delay, task);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        life.sleep(duration);
    }

    @Override
    public RandomGenerator random() {
        return life.random();
    }
}
