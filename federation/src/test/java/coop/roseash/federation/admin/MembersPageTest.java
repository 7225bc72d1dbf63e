package coop.roseash.federation.admin;

import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Role;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class MembersPageTest {
    @Inject
    Members members;

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
        admin().get("/admin/members?q=nightj")
            .then()
            .statusCode(200)
            .body(containsString("@nightjar"))
            .body(not(containsString("@lapwing")));
        admin().get("/admin/members?page=99999999&q=%25").then().statusCode(200);
    }

    @Test
    void grantsRolesAndTakesThemAway() {
        Member wren = SignIn.member("bittern");
        admin().formParam("role", "editor", "steward")
            .post("/admin/members/" + wren.id() + "/roles")
            .then()
            .statusCode(303);
        assertEquals(Set.of(Role.MEMBER, Role.EDITOR, Role.STEWARD), members.byId(wren.id()).orElseThrow().roles());
        admin().contentType("application/x-www-form-urlencoded")
            .post("/admin/members/" + wren.id() + "/roles")
            .then()
            .statusCode(303);
        assertEquals(Set.of(Role.MEMBER), members.byId(wren.id()).orElseThrow().roles());
        admin().formParam("role", "emperor").post("/admin/members/" + wren.id() + "/roles").then().statusCode(400);
        admin().formParam("role", "editor").post("/admin/members/0/roles").then().statusCode(404);
    }

    @Test
    void keepsAMemberOutButNotThemselves() {
        Member dunnock = SignIn.member("dunnock");
        String cookie = SignIn.as("dunnock");
        admin().formParam("suspended", "yes")
            .post("/admin/members/" + dunnock.id() + "/suspension")
            .then()
            .statusCode(303);
        assertTrue(members.active(dunnock.id()).isEmpty());
        given().redirects().follow(false).cookie(SignIn.COOKIE, cookie).get("/admin/members").then().statusCode(303);

        long self = SignIn.member("boss", Role.ADMIN).id();
        admin().formParam("suspended", "yes").post("/admin/members/" + self + "/suspension").then().statusCode(400);
        admin().formParam("role", "editor").post("/admin/members/" + self + "/roles").then().statusCode(400);
    }

    private static RequestSpecification admin() {
        return given().redirects().follow(false).cookie(SignIn.COOKIE, SignIn.as("boss", Role.ADMIN));
    }
}
