package coop.roseash.federation.admin;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Role;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Entry;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class AuditPageTest {
    @Inject
    AuditLog audit;

    @Test
    void letsOnlyAnAdminIn() {
        given().redirects().follow(false).get("/admin/audit").then().statusCode(303);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.STEWARD)).get("/admin/audit").then().statusCode(403);
    }

    @Test
    void showsTheNewestFirstAndOnlyWhatWasAskedFor() {
        long plover = SignIn.member("plover").id();
        String first = note(Kind.SIGN_IN, plover);
        String second = note(Kind.KEYS_ROTATED, plover);
        String other = note(Kind.KEYS_ROTATED, SignIn.member("dotterel").id());

        String all = look("member=%40plover").body(not(containsString(other))).extract().asString();
        assertTrue(all.indexOf(second) < all.indexOf(first));
        look("member=plover&kind=keys-rotated").body(containsString(second)).body(not(containsString(first)));
        look("member=plover&from=2100-01-01").body(containsString("Nothing happened"));
        look("member=plover&until=2000-01-01").body(containsString("Nothing happened"));
        look("member=nobody_at_all").body(containsString("Nothing happened"));
        look("kind=rubbish&from=rubbish&page=-3").statusCode(200);
        admin().get("/admin/audit?member=%00").then().statusCode(400);
    }

    @Test
    void givesTheLogInPages() {
        long ruff = SignIn.member("ruff").id();
        for (int i = 0; i < 51; i++) {
            note(Kind.LINK_SENT, ruff);
        }
        look("member=ruff").body(containsString("/admin/audit?member=ruff&amp;page=2"));
        look("member=ruff&page=2").body(containsString("Page 2"));
    }

    private String note(Kind kind, long memberId) {
        String detail = UUID.randomUUID().toString();
        audit.note(new Entry(kind, memberId, null, "198.51.100.7", detail));
        return detail;
    }

    private static ValidatableResponse look(String query) {
        return admin().get("/admin/audit?" + query).then().statusCode(200);
    }

    private static RequestSpecification admin() {
        return given().urlEncodingEnabled(false).cookie(SignIn.COOKIE, SignIn.as("boss", Role.ADMIN));
    }
}
