package coop.roseash.federation.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Filter;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.signin.OneTimeCodes;
import coop.roseash.federation.signin.Device;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class MembersPageTest {
    @Inject
    Members members;
    @Inject
    OneTimeCodes codes;
    @Inject
    AuditLog audit;
    @Inject
    MockMailbox mailbox;

    @Test
    void letsOnlyAnAdminIn() {
        given().redirects().follow(false).get("/admin/members").then().statusCode(303);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.EDITOR)).get("/admin/members").then().statusCode(403);
        given().cookie(SignIn.COOKIE, SignIn.as("wren", Role.EDITOR))
            .formParam("role", "admin")
            .post("/admin/members/" + SignIn.member("wren").id() + "/roles")
            .then()
            .statusCode(403);
    }

    @Test
    void findsMembersByName() {
        SignIn.member("nightjar");
        SignIn.member("lapwing");
        admin().open()
            .get("/admin/members?q=nightj")
            .then()
            .statusCode(200)
            .body(containsString("@nightjar"))
            .body(not(containsString("@lapwing")));
        admin().open().get("/admin/members?page=99999999&q=%25").then().statusCode(200);
    }

    @Test
    void grantsRolesFromTheNextRequestOnAndTakesThemAway() {
        Member bittern = SignIn.member("bittern");
        String cookie = SignIn.as("bittern");
        String roles = "/admin/members/" + bittern.id() + "/roles";
        admin().post(roles, List.of("editor", "steward")).then().statusCode(303);
        assertEquals(Set.of(Role.MEMBER, Role.EDITOR, Role.STEWARD), members.byId(bittern.id()).orElseThrow().roles());
        admin().post(roles, List.of()).then().statusCode(303);
        assertEquals(Set.of(Role.MEMBER), members.byId(bittern.id()).orElseThrow().roles());
        given().cookie(SignIn.COOKIE, cookie).get("/admin/members").then().statusCode(403);
        admin().post(roles, List.of("admin")).then().statusCode(303);
        given().cookie(SignIn.COOKIE, cookie).get("/admin/members").then().statusCode(200);
        admin().post(roles, List.of()).then().statusCode(303);
        given().cookie(SignIn.COOKIE, cookie).get("/admin/members").then().statusCode(403);

        admin().post(roles, List.of("emperor")).then().statusCode(400);
        admin().post("/admin/members/0/roles", List.of("editor")).then().statusCode(404);
    }

    @Test
    void keepsAMemberOutButNotThemselves() {
        Member dunnock = SignIn.member("dunnock");
        String cookie = SignIn.as("dunnock");
        admin().post("/admin/members/" + dunnock.id() + "/suspension", Map.of("suspended", "yes"))
            .then()
            .statusCode(303);
        assertTrue(members.active(dunnock.id()).isEmpty());
        given().redirects().follow(false).cookie(SignIn.COOKIE, cookie).get("/admin/members").then().statusCode(303);

        long self = SignIn.member("boss", Role.ADMIN).id();
        admin().post("/admin/members/" + self + "/suspension", Map.of("suspended", "yes")).then().statusCode(400);
        admin().post("/admin/members/" + self + "/roles", List.of("editor")).then().statusCode(400);
    }

    @Test
    void asksAnAdminToSignInOnceMoreBeforeRolesChange() {
        long bittern = SignIn.member("bittern").id();
        Device stale = new Device();
        stale.cookies.put(SignIn.COOKIE, SignIn.longAgo(Instant.now().minusSeconds(3600), "boss", Role.ADMIN));
        stale.get("/admin/members").then().statusCode(200);
        stale.post("/admin/members/" + bittern + "/roles", Map.of("role", "admin"))
            .then()
            .statusCode(303)
            .header("Location", startsWith("/auth/login?fresh=yes"));
        stale.get("/auth/login?fresh=yes&to=/admin/members")
            .then()
            .header("Location", "/signin?to=%2Fadmin%2Fmembers");
        stale.get("/signin").then().body(containsString("Is it still you, Boss?"));
        assertEquals(Set.of(Role.MEMBER), members.byId(bittern).orElseThrow().roles());
    }

    @Test
    void makesAWayBackInForAMemberWhoLostEverything() {
        Member rail = SignIn.member("rail");
        String elsewhere = SignIn.as("rail");
        codes.prepare(rail.id());
        mailbox.clear();
        String page = admin().post("/admin/members/" + rail.id() + "/recovery", Map.of())
            .then()
            .statusCode(200)
            .extract()
            .asString();
        String link = Device.found(page).orElseThrow();
        assertTrue(Device.mailTo(mailbox, "rail@rose-ash.example").contains("without your one-time code"));

        Device phone = new Device();
        phone.get(link).then().statusCode(200).body(containsString("Hello Rail"));
        phone.post(link, Map.of()).then().statusCode(303).header("Location", "/security?done=recovered");
        assertTrue(phone.isSignedIn());
        given().redirects().follow(false).cookie(SignIn.COOKIE, elsewhere).get("/security").then().statusCode(303);
        assertEquals(1, audit
            .search(new Filter(Kind.RECOVERY_LINK_MADE, rail.id(), null, null), new PageRequest(1, 5))
            .items()
            .size());
    }

    private static Admin admin() {
        return new Admin();
    }

    /// A browser in which an admin has just signed in.
    private static class Admin extends Device {
        Admin() {
            cookies.put(SignIn.COOKIE, SignIn.as("boss", Role.ADMIN));
        }

        Response post(String path, List<String> roles) {
            String token = token();
            RequestSpecification form = open().contentType("application/x-www-form-urlencoded")
                .formParam("token", token);
            return (roles.isEmpty() ? form : form.formParam("role", roles)).post(path);
        }
    }
}
