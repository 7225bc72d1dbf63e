package coop.roseash.infrastructure.queue;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.infrastructure.fragment.LenderPort;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class QueueMetersTest {
    @Test
    void tellsPrometheusHowTheQueuesFare() {
        given().get("/q/metrics")
            .then()
            .statusCode(200)
            .body(containsString("queue_waiting{queue=\"outbox\"} "))
            .body(containsString("queue_late_seconds{queue=\"payments\"} 0.0"))
            .body(containsString("queue_aside{queue=\"deliveries\"} 0.0"))
            .body(containsString("orders_last_hour{state=\"paid\"} 0.0"));
    }

    @Test
    void showsThemAmongTheReasonsOfReadiness() {
        given().get("/q/health/ready")
            .then()
            .statusCode(200)
            .body("checks.find { it.name == 'Queues' }.data.outbox", endsWith("0 set aside"));
    }
}
