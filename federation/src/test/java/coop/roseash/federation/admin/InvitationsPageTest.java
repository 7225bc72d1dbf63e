package coop.roseash.federation.admin;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Role;
import coop.roseash.federation.signin.Device;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(InvitationsPageTest.Closed.class)
class InvitationsPageTest {
    public static class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signin.open", "false");
        }
    }

    @Inject
    Members members;
    @Inject
    MockMailbox mailbox;

    private final Device admin = new Device();
    private final String handle = "guest_" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = handle + "@example.org";

    @BeforeEach
    void signIn() {
        admin.cookies.put(SignIn.COOKIE, SignIn.as("boss", Role.ADMIN));
    }

    @Test
    void letsOnlyAnAdminIn() {
        given().redirects().follow(false).get("/admin/invitations").then().statusCode(303);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.STEWARD)).get("/admin/invitations").then().statusCode(403);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.STEWARD))
            .formParam("email", address)
            .post("/admin/invitations")
            .then()
            .statusCode(403);
    }

    @Test
    void makesAMemberWithTheRolesOfTheInvitation() {
        invite("steward");
        String link = Device.linkTo(mailbox, address);
        Device guest = new Device();
        guest.get(link).then().statusCode(200).body(containsString(address));
        guest.open().head(link).then().statusCode(200);

        guest.post(link, Map.of("handle", "boss", "displayName", "Second Boss"))
            .then()
            .statusCode(409)
            .body(containsString("This name is taken"))
            .body(containsString("Second Boss"));
        guest.post(link, Map.of("handle", "Not OK", "displayName", "Guest")).then().statusCode(400);
        guest.post(link, Map.of("handle", handle, "displayName", "Guest"))
            .then()
            .statusCode(303)
            .header("Location", "http://account.rose-ash.localhost:8080/");

        assertTrue(guest.isSignedIn());
        assertEquals(Set.of(Role.MEMBER, Role.STEWARD), members.byHandle(handle).orElseThrow().roles());
        guest.get(link).then().statusCode(410);
        guest.post(link, Map.of("handle", handle + "2", "displayName", "Guest")).then().statusCode(410);
        admin.get("/admin/invitations").then().body(containsString("Accepted"));
    }

    @Test
    void isTheOnlyWayInWhereRegistrationIsClosed() {
        Device guest = new Device();
        guest.get("/signin").then().statusCode(200).body(not(containsString("/signin/join")));
        guest.get("/signin/join").then().statusCode(404);
        guest.post("/signin/join", Map.of("email", address, "handle", handle, "displayName", "Guest"))
            .then()
            .statusCode(404);
        assertTrue(members.byHandle(handle).isEmpty());
    }

    @Test
    void makesTheOldLinkVoidWhenSentAgain() {
        invite("author");
        String first = Device.linkTo(mailbox, address);
        mailbox.clear();
        admin.post("/admin/invitations/" + id() + "/send", Map.of()).then().statusCode(303);
        String second = Device.linkTo(mailbox, address);
        new Device().get(first).then().statusCode(410);
        new Device().get(second).then().statusCode(200);
    }

    @Test
    void takesAnInvitationBack() {
        invite("author");
        String link = Device.linkTo(mailbox, address);
        admin.post("/admin/invitations/" + id() + "/revoke", Map.of()).then().statusCode(303);
        new Device().get(link).then().statusCode(410).body(containsString("has run out"));
        admin.post("/admin/invitations/0/send", Map.of()).then().statusCode(303);
        invite("author");
    }

    @Test
    void saysWhyAnAddressCannotBeInvited() {
        invite("author");
        admin.post("/admin/invitations", Map.of("email", address.toUpperCase()))
            .then()
            .statusCode(400)
            .body(containsString("is open; you can send it again"));
        admin.post("/admin/invitations", Map.of("email", SignIn.member("wren").email()))
            .then()
            .statusCode(400)
            .body(containsString("@wren"));
        admin.post("/admin/invitations", Map.of("email", "no address")).then().statusCode(400);
        admin.post("/admin/invitations", Map.of("email", "x@example.org", "role", "emperor")).then().statusCode(400);
    }

    private void invite(String role) {
        admin.post("/admin/invitations", Map.of("email", address, "role", role)).then().statusCode(303);
    }

    private String id() {
        String page = admin.get("/admin/invitations").asString();
        Matcher id = Pattern.compile("(?s)" + address + ".*?/admin/invitations/(\\d+)/").matcher(page);
        assertTrue(id.find());
        return id.group(1);
    }
}
