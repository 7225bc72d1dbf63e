package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.contract.provider.SigningKeys.SigningKey;
import coop.roseash.service.signal.DatabaseSignals;
import coop.roseash.testing.EmbeddedServices;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Two replicas over one database.
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class KeyRingTest {
    @Inject
    SigningKeys here;
    @Inject
    SigningKeyRepository keys;
    @Inject
    KeyVault vault;
    @Inject
    SigningKeyConfig config;
    @Inject
    Clock clock;
    @Inject
    DatabaseSignals signals;

    @Test
    void signsWithNoKeyThatAnotherReplicaDoesNotPublishYet() {
        KeyRing there = new KeyRing(keys, vault, config, clock, signals);
        assertEquals(here.current("ES256").kid(), there.current("ES256").kid());

        Instant from = here.rotate();

        List<String> fresh = here.published()
            .stream()
            .filter(key -> !key.signsFrom().isBefore(from.minusMillis(1)))
            .map(SigningKey::kid)
            .toList();
        assertEquals(2, fresh.size());
        await().until(() -> fresh.contains(here.current("ES256").kid()));
        assertTrue(there.published().stream().map(SigningKey::kid).toList().containsAll(fresh));
        assertEquals(here.current("ES256").kid(), there.current("ES256").kid());
        assertEquals(here.current("RS256").kid(), there.current("RS256").kid());
    }

    @Test
    void forgetsALeakedKeyEverywhere() {
        KeyRing there = new KeyRing(keys, vault, config, clock, signals);
        String leaked = there.current("RS256").kid();

        here.replace();

        await().until(() -> there.remembered().stream().noneMatch(key -> key.kid().equals(leaked)));
        assertFalse(here.current("RS256").kid().equals(leaked));
    }
}
