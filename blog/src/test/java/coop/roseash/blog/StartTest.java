package coop.roseash.blog;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class StartTest {
    @Test
    void isReadyOnceTheDatabaseAndRedisAnswer() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
