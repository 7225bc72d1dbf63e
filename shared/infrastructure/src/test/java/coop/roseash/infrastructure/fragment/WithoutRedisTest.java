package coop.roseash.infrastructure.fragment;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.testing.EmbeddedServices;

import redis.embedded.RedisServer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServices.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = LenderPort.class, restrictToAnnotatedClass = true)
class WithoutRedisTest {
    @Inject
    Fragments fragments;
    @Inject
    FragmentChanges changes;
    @Inject
    Redis redis;
    @Inject
    MeterRegistry meters;
    @Inject
    NearCache near;
    @ConfigProperty(name = "quarkus.redis.hosts")
    String address;

    @Test
    void composesPagesWithoutRedisAndUsesItAgainWhenItIsBack() throws IOException {
        try (Lender lender = new Lender(Lender.lending("fetched", 60))) {
            assertThat(get(copy("product-card"))).isEqualTo("fetched");
            stopRedis();
            given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name.startsWith('Redis') }.status", equalTo("DOWN"))
                .body("checks.find { it.name.startsWith('Database') }.status", equalTo("UP"))
                .body("checks.find { it.name == 'Migrations' }.status", equalTo("UP"));
            given().get("/q/health/live").then().statusCode(200);
            assertThat(get(copy("product-card"))).isEqualTo("fetched");
            changes.changed("product-card");
            assertThat(get(copy("product-card"))).isEqualTo("fetched");

            RedisServer again = RedisServer.builder()
                .port(URI.create(address).getPort())
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
            again.start();
            try {
                Copy copy = copy("market-nav");
                await().until(() -> {
                    near.forgetAll();
                    return get(copy).equals("fetched") && servedFromRedis() > 0;
                });
            } finally {
                again.stop();
            }
        }
    }

    private double servedFromRedis() {
        var counter = meters.find("fragment.served").tags("type", "market-nav", "source", "shared").counter();
        return counter == null ? 0 : counter.count();
    }

    private String get(Copy copy) {
        return fragments.get(List.of(copy)).get(copy);
    }

    private static Copy copy(String type) {
        return new Copy(FragmentRequest.of(type).with("id", UUID.randomUUID()), LentTo.everybody("en-GB"));
    }

    private void stopRedis() {
        redis.send(Request.cmd(Command.SHUTDOWN).arg("NOSAVE"))
            .onFailure()
            .recoverWithNull()
            .await()
            .atMost(Duration.ofSeconds(5));
    }
}
