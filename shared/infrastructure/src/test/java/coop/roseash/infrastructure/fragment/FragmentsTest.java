package coop.roseash.infrastructure.fragment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Visitor;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class FragmentsTest {
    private static final Duration WELL_BEFORE_A_HANG = Duration.ofSeconds(3);

    @Inject
    Fragments fragments;
    @Inject
    FragmentChanges changes;
    @Inject
    MeterRegistry meters;
    @Inject
    NearCache near;

    @Test
    void asksForAllFragmentsOfAPageAtOnce() throws IOException {
        CyclicBarrier allThere = new CyclicBarrier(3);
        try (Lender lender = new Lender(exchange -> {
            meet(allThere);
            Lender.answer(exchange, "here", 60);
        })) {
            List<Copy> page = List.of(fresh("product-card"), fresh("market-nav"), fresh("product-card"));
            assertThat(fragments.get(page).values()).containsExactly("here", "here", "here");
        }
    }

    @Test
    void tellsTheLenderWhichTraceTheQuestionIsPartOf() throws IOException {
        AtomicReference<String> told = new AtomicReference<>();
        MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        MDC.put("spanId", "00f067aa0ba902b7");
        try (Lender lender = new Lender(exchange -> {
            told.set(exchange.getRequestHeaders().getFirst("traceparent"));
            Lender.answer(exchange, "traced", 0);
        })) {
            get(fresh("product-card"));
        } finally {
            MDC.remove("traceId");
            MDC.remove("spanId");
        }
        assertThat(told).hasValue("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    @Test
    void keepsACopyAsLongAsItsLenderSays() throws IOException {
        try (Lender lender = new Lender(Lender.lending("kept", 60))) {
            Copy copy = fresh("product-card");
            assertThat(get(copy)).isEqualTo("kept");
            lender.behave(Lender.lending("newer", 60));
            assertThat(get(copy)).isEqualTo("kept");
            assertThat(lender.asked()).isEqualTo(1);
        }
    }

    @Test
    void asksEachTimeForAFragmentThatMayNotBeKept() throws IOException {
        try (Lender lender = new Lender(Lender.lending("one", 0))) {
            Copy copy = fresh("product-card");
            get(copy);
            lender.behave(Lender.lending("two", 0));
            assertThat(get(copy)).isEqualTo("two");
        }
    }

    @Test
    void sharesCopiesBetweenProcessesThroughRedis() throws IOException {
        try (Lender lender = new Lender(Lender.lending("shared", 60))) {
            Copy copy = fresh("calendar-widget");
            await().until(() -> {
                near.forgetAll();
                return get(copy).equals("shared") && count(copy, "shared") > 0;
            });
            assertThat(lender.asked()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void asksOnceWhenManyPagesWantTheSame() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (Lender lender = new Lender(exchange -> {
            hold(open);
            Lender.answer(exchange, "once", 60);
        }); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Copy copy = fresh("product-card");
            List<Future<String>> pages = IntStream.range(0, 20).mapToObj(i -> threads.submit(() -> get(copy))).toList();
            await().until(() -> lender.asked() == 1);
            open.countDown();
            for (Future<String> page : pages) {
                assertThat(page.get()).isIn("once", "");
            }
            assertThat(lender.asked()).isEqualTo(1);
        }
    }

    @Test
    void showsAChangeAtOnce() throws IOException {
        try (Lender lender = new Lender(Lender.lending("before", 60))) {
            Copy copy = fresh("product-card");
            get(copy);
            lender.behave(Lender.lending("after", 60));
            QuarkusTransaction.requiringNew().run(() -> changes.changed("product-card"));
            assertThat(get(copy)).isEqualTo("after");
        }
    }

    @Test
    void keepsItsCopyWhenTheChangeIsRolledBack() throws IOException {
        try (Lender lender = new Lender(Lender.lending("before", 60))) {
            Copy copy = fresh("entry-card");
            get(copy);
            QuarkusTransaction.begin();
            changes.changed("entry-card");
            QuarkusTransaction.rollback();
            assertThat(get(copy)).isEqualTo("before");
            assertThat(lender.asked()).isEqualTo(1);
        }
    }

    @Test
    void forgetsOnlyTheCopiesOfTheVisitorWhoseDataChanged() throws IOException {
        try (Lender lender = new Lender(Lender.lending("before", 60))) {
            Copy one = guestCopy("guest-one-0123456789abcdef");
            Copy other = guestCopy("guest-two-0123456789abcdef");
            get(one);
            get(other);
            lender.behave(Lender.lending("after", 60));
            changes.changed("cart-mini", new Visitor.Guest("guest-one-0123456789abcdef"));
            assertThat(get(one)).isEqualTo("after");
            assertThat(get(other)).isEqualTo("before");
        }
    }

    @Test
    void servesTheLastCopyWhenTheLenderIsDown() throws IOException {
        Copy copy = fresh("upcoming-entries");
        try (Lender lender = new Lender(Lender.lending("last known", 60))) {
            get(copy);
            changes.changed("upcoming-entries");
            await().until(() -> {
                get(copy);
                return count(copy, "lender") >= 2;
            });
        }
        changes.changed("upcoming-entries");
        assertThat(get(copy)).isEqualTo("last known");
    }

    @Test
    void printsNothingWhenTheLenderIsDownAndNothingIsKept() {
        assertThat(get(fresh("latest-notes"))).isEmpty();
    }

    @Test
    void waitsForASlowLenderNoLongerThanTheDeadline() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Lender lender = new Lender(exchange -> hold(never))) {
            assertThat(timed(() -> assertThat(get(fresh("entry-card"))).isEmpty())).isLessThan(WELL_BEFORE_A_HANG);
        } finally {
            never.countDown();
        }
    }

    @Test
    void waitsForATricklingBodyNoLongerThanTheDeadline() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Lender lender = new Lender(exchange -> {
            exchange.getResponseHeaders().set(LenderClient.TYPE_HEADER, "entry-card");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            hold(never);
        })) {
            assertThat(timed(() -> assertThat(get(fresh("entry-card"))).isEmpty())).isLessThan(WELL_BEFORE_A_HANG);
        } finally {
            never.countDown();
        }
    }

    @Test
    void believesNothingButAProperFragment() throws IOException {
        List<HttpHandler> garbage = List.of(
                exchange -> plain(exchange, 200, "<html>a sign-in page</html>"),
                exchange -> plain(exchange, 500, "<p>oops</p>"),
                exchange -> plain(exchange, 302, ""),
                Lender.lending("x".repeat(300_000), 60));
        for (HttpHandler behaviour : garbage) {
            try (Lender lender = new Lender(behaviour)) {
                assertThat(get(fresh("product-card"))).isEmpty();
                lender.behave(Lender.lending("good", 60));
                assertThat(get(fresh("product-card"))).isEqualTo("good");
            }
        }
    }

    @Test
    void leavesADeadLenderAloneAndFindsItWellAgain() throws IOException {
        try (Lender lender = new Lender(exchange -> plain(exchange, 503, ""))) {
            await().until(() -> {
                int before = lender.asked();
                get(fresh("follow-button"));
                return lender.asked() == before;
            });
            lender.behave(Lender.lending("well", 60));
            await().until(() -> get(fresh("follow-button")).equals("well"));
        }
    }

    private Copy fresh(String type) {
        return new Copy(
                FragmentRequest.of(type).with("id", UUID.randomUUID()),
                LentTo.everybody("en-GB"));
    }

    private static Copy guestCopy(String token) {
        return new Copy(FragmentRequest.of("cart-mini").forVisitor(), new LentTo(null, token, "en-GB"));
    }

    private String get(Copy copy) {
        return fragments.get(List.of(copy)).get(copy);
    }

    private double count(Copy copy, String source) {
        var counter = meters.find("fragment.served").tags("type", copy.request().type(), "source", source).counter();
        return counter == null ? 0 : counter.count();
    }

    private static Duration timed(Runnable work) {
        Instant start = Instant.now();
        work.run();
        return Duration.between(start, Instant.now());
    }

    private static void plain(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void meet(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }
}
