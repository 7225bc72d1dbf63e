package coop.roseash.service.outbox;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.outbox.Outbox;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class OutboxTest {
    @Inject
    Outbox outbox;
    @Inject
    RecordingHandler recording;
    @Inject
    SecondHandler second;
    @Inject
    EntityManager entities;

    @Test
    void handsACommittedMessageToEveryHandlerOfItsTopic() {
        String key = put("{}");
        await().until(() -> recording.times(key) == 1 && second.keys.contains(key));
    }

    @Test
    void takesTheSameKeyOnce() {
        String key = put("{}");
        await().until(() -> isDone(key));
        QuarkusTransaction.requiringNew().run(() -> outbox.put("recorded", key, "{}"));
        String later = put("{}");
        await().until(() -> isDone(later));
        assertThat(recording.times(key)).isEqualTo(1);
    }

    @Test
    void forgetsAMessageWhoseTransactionRollsBack() {
        String key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.put("recorded", key, "{}");
            throw new IllegalStateException("roll back");
        })).isInstanceOf(IllegalStateException.class);
        String later = put("{}");
        await().until(() -> isDone(later));
        assertThat(recording.times(key)).isZero();
    }

    @Test
    void triesAgainAfterAFailureAndSkipsHandlersThatFinished() {
        String key = put("fail-once");
        await().until(() -> isDone(key));
        assertThat(recording.times(key)).isEqualTo(2);
        assertThat(second.keys.stream().filter(key::equals)).hasSize(1);
    }

    @Test
    void forgetsWhatWasInAMessageOnceItIsHandled() {
        String key = put("{\"link\":\"secret\"}");
        await().until(() -> isDone(key));
        List<?> kept = QuarkusTransaction.requiringNew()
            .call(() -> entities.createNativeQuery("SELECT json FROM outbox WHERE message_key = :key", String.class)
                .setParameter("key", key)
                .getResultList());
        assertThat(kept).isEqualTo(List.of(""));
    }

    @Test
    void refusesAMessageOutsideATransaction() {
        assertThatThrownBy(() -> outbox.put("recorded", "x", "{}")).isInstanceOf(TransactionalException.class);
    }

    private String put(String json) {
        String key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> outbox.put("recorded", key, json));
        return key;
    }

    private boolean isDone(String key) {
        return QuarkusTransaction.requiringNew()
            .call(() -> !entities
                .createNativeQuery("SELECT 1 FROM outbox WHERE message_key = :key AND done_at IS NOT NULL")
                .setParameter("key", key)
                .getResultList()
                .isEmpty());
    }
}
