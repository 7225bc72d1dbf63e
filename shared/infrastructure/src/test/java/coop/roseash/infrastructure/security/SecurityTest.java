package coop.roseash.infrastructure.security;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(coop.roseash.infrastructure.fragment.LenderPort.class)
class SecurityTest {
    @Test
    void sendsTheSecurityHeadersWithEveryAnswer() {
        for (String path : new String[]{"/styles", "/static/base.css", "/nowhere"}) {
            given().get(path)
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Strict-Transport-Security", nullValue());
        }
    }

    @Test
    void letsFilesNamedByTheirContentBeKeptForEver() {
        given().get("/static/base.css?v=1").then().header("Cache-Control", containsString("immutable"));
        given().get("/static/base.css").then().header("Cache-Control", not(containsString("immutable")));
    }

    @Test
    void compressesWhatBrowsersCanUnpack() {
        given().header("Accept-Encoding", "gzip")
            .get("/static/components.css")
            .then()
            .header("Content-Encoding", "gzip");
    }

    @Test
    void keepsWhatMembersSeeOutOfEveryCache() {
        given().cookie(SignIn.COOKIE, SignIn.as("vera"))
            .get("/styles")
            .then()
            .header("Cache-Control", "private, no-store");
        given().get("/styles").then().header("Cache-Control", "private, no-cache");
    }

    @Test
    void takesAFormFromItsOwnPageOnly() {
        form().header("Sec-Fetch-Site", "same-origin").post("/broken").then().statusCode(200);
        form().header("Origin", "http://blog.rose-ash.localhost:8080").post("/broken").then().statusCode(200);
        form().post("/broken").then().statusCode(200);
        form().header("Sec-Fetch-Site", "same-site").post("/broken").then().statusCode(403);
        form().header("Sec-Fetch-Site", "cross-site").post("/broken").then().statusCode(403);
        form().header("Origin", "http://market.rose-ash.localhost:8080").post("/broken").then().statusCode(403);
        form().header("Origin", "null").post("/broken").then().statusCode(403);
    }

    private static RequestSpecification form() {
        return given().accept("text/html").contentType("application/x-www-form-urlencoded").body("word=bread");
    }
}
