package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationPoolTest {

    private final OperationPool pool = new OperationPool(Optional.empty());
    private final CountDownLatch agentsAnswer = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();

    @AfterEach
    void close() {
        agentsAnswer.countDown();
        pool.close();
    }

    private void hang() {
        try {
            hanging.incrementAndGet();
            agentsAnswer.await();
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
        }
    }

    private void hangOnEveryThread() {
        for (int i = 0; i < 3 * OperationPool.LONG_THREADS; i++) {
            pool.afterForLong(Duration.ZERO, this::hang);
        }
        Awaitility.await().until(() -> hanging.get() == OperationPool.LONG_THREADS);
    }

    @Test
    void uploadsThatHangHoldUpNothingElse() throws Exception {
        hangOnEveryThread();
        CountDownLatch looks = new CountDownLatch(100);

        for (int i = 0; i < 100; i++) {
            pool.after(Duration.ZERO, looks::countDown);
        }

        assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging).hasValue(OperationPool.LONG_THREADS);
    }

    @Test
    void uploadsThatWaitForAThreadGetOne() {
        hangOnEveryThread();

        agentsAnswer.countDown();

        Awaitility.await().until(() -> hanging.get() == 3 * OperationPool.LONG_THREADS);
    }

    @Test
    void uploadsThatHangHoldUpNoNews() throws Exception {
        hangOnEveryThread();
        CountDownLatch news = new CountDownLatch(1);

        pool.afterToListen(Duration.ZERO, news::countDown);

        assertThat(news.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoListensAgainAndAgainNeedsNoSecondThread() throws Exception {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        CountDownLatch times = new CountDownLatch(20);
        listen(used, times);

        assertThat(times.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(used).hasSizeLessThan(5);
    }

    private void listen(Set<Thread> used, CountDownLatch times) {
        pool.afterToListen(Duration.ofMillis(5), () -> {
            used.add(Thread.currentThread());
            times.countDown();
            listen(used, times);
        });
    }

    @Test
    void aShutdownEndsWhatHangs() {
        hangOnEveryThread();
        pool.afterToListen(Duration.ZERO, this::hang);
        Awaitility.await().until(() -> hanging.get() == OperationPool.LONG_THREADS + 1);

        pool.close();

        Awaitility.await().until(() -> interrupted.get() == OperationPool.LONG_THREADS + 1);
    }
}
