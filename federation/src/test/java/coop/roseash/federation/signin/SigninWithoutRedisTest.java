package coop.roseash.federation.signin;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

import coop.roseash.contract.member.Passwords;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServices.class, restrictToAnnotatedClass = true)
class SigninWithoutRedisTest {
    private static final String PASSWORD = "nine lazy herons";

    @Inject
    Passwords passwords;
    @Inject
    Redis redis;

    @Test
    void asksForPatienceInTheMiddleOfASignInAndKeepsPublicPagesUp() {
        passwords.set(SignIn.member("finch").id(), PASSWORD);
        Device visitor = new Device();
        Map<String, String> form = Map.of("email", "finch@rose-ash.example", "password", PASSWORD, "token",
                visitor.token());
        redis.send(Request.cmd(Command.SHUTDOWN).arg("NOSAVE"))
            .onFailure()
            .recoverWithNull()
            .await()
            .atMost(Duration.ofSeconds(5));

        visitor.open()
            .header("Accept", "text/html")
            .formParams(form)
            .post("/signin/password")
            .then()
            .statusCode(503)
            .header("Retry-After", notNullValue())
            .body(containsString("Back in a moment"));

        given().get("/signin").then().statusCode(200);
        given().cookie(SignIn.COOKIE, "A".repeat(43)).get("/signin").then().statusCode(200);
    }
}
