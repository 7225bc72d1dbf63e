package coop.roseash.service.activity;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkLoopTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger finished = new AtomicInteger();

    @Test
    void finishesThePieceOfWorkAtHandBeforeItStops() throws InterruptedException {
        WorkLoop loop = new WorkLoop("test", () -> LONG, this::slowly);
        loop.start();
        assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Thread stopping = Thread.ofVirtual().start(() -> loop.stop(LONG));
        assertThat(stopping.join(Duration.ofMillis(200))).as("stopped in the middle of its work").isFalse();
        mayEnd.countDown();
        assertThat(stopping.join(LONG)).isTrue();
        assertThat(finished).hasValue(1);
    }

    @Test
    void stopsAtOnceWhileItRests() throws InterruptedException {
        WorkLoop loop = new WorkLoop("test", () -> LONG, () -> {
            begun.countDown();
            return false;
        });
        loop.start();
        assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Thread stopping = Thread.ofVirtual().start(() -> loop.stop(LONG));
        assertThat(stopping.join(LONG.dividedBy(3))).isTrue();
    }

    private boolean slowly() throws InterruptedException {
        begun.countDown();
        mayEnd.await();
        finished.incrementAndGet();
        return true;
    }
}
