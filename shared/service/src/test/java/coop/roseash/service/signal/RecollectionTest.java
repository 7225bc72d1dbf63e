package coop.roseash.service.signal;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RecollectionTest {
    @Inject
    Recollections recollections;

    /// Listens to nobody: a listener is also woken when it is connected, at any moment.
    private <K, V> Recollection<K, V> recollection(String channel, Duration kept, int most) {
        return new Recollection<>(ClientProxy.unwrap(recollections), channel, kept, most);
    }

    @Test
    void remembersARowUntilOneChanges() {
        Recollection<String, String> rows = recollection("rows_changed", Duration.ofHours(1), 10);
        rows.keep("a", "row", rows.moment());
        QuarkusTransaction.requiringNew().run(() -> {
            rows.changed();
            assertThat(rows.find("a")).contains("row");
        });
        assertThat(rows.find("a")).isEmpty();
    }

    @Test
    void doesNotKeepARowThatChangedWhileItWasLookedUp() {
        Recollection<String, String> rows = recollection("rows_raced", Duration.ofHours(1), 10);
        long moment = rows.moment();
        QuarkusTransaction.requiringNew().run(rows::changed);
        rows.keep("a", "the row before", moment);
        assertThat(rows.find("a")).isEmpty();
    }

    @Test
    void forgetsAfterItsTimeAndNeverHoldsMoreThanItsMost() {
        Recollection<String, String> shortly = recollection("rows_short", Duration.ZERO, 10);
        shortly.keep("a", "row", shortly.moment());
        assertThat(shortly.find("a")).isEmpty();
        Recollection<Integer, String> few = recollection("rows_few", Duration.ofHours(1), 2);
        for (int key = 0; key < 3; key++) {
            few.keep(key, "row", few.moment());
        }
        assertThat(few.find(0)).isEmpty();
        assertThat(few.find(2)).contains("row");
    }
}
