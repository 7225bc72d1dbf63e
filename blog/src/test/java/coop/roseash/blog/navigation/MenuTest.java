package coop.roseash.blog.navigation;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.blog.Menus;
import coop.roseash.contract.blog.Menus.Entry;
import coop.roseash.contract.blog.Menus.Place;
import coop.roseash.contract.member.Role;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class MenuTest {
    @Inject
    Menus menus;

    @BeforeEach
    void clear() {
        menus.of(Place.FOOTER).forEach(entry -> menus.remove(entry.id()));
        for (String name : List.of("One", "Two", "Three")) {
            as().formParam("place", "footer")
                .formParam("label", name)
                .formParam("address", "market:/" + name)
                .post(
                        "/menus")
                .then()
                .statusCode(303);
        }
    }

    @Test
    void ordersNestsAndRenamesWithButtons() {
        press("Three", "up");
        assertEquals(List.of("One", "Three", "Two"), names());
        press("Three", "in");
        assertEquals(List.of("One", "Two"), names());
        assertEquals("Three", entries().getFirst().children().getFirst().label());
        press("Three", "out");
        assertEquals(List.of("One", "Three", "Two"), names());
        press("One", "remove");
        assertEquals(List.of("Three", "Two"), names());
        as().formParam("label", "Shop")
            .formParam("address", "market:/")
            .formParam("action", "save")
            .post(
                    "/menus/" + id("Two"))
            .then()
            .statusCode(303);
        assertEquals("http://market.rose-ash.localhost:8080/", entries().getLast().href());
    }

    @Test
    void saysWhichAddressItCannotUse() {
        as().formParam("place", "footer")
            .formParam("label", "Bad")
            .formParam("address", "javascript:alert(1)")
            .post(
                    "/menus")
            .then()
            .statusCode(422)
            .body(containsString("Write an address such as"))
            .body(
                    containsString("value=\"Bad\""));
    }

    @Test
    void isForEditors() {
        given().cookie(SignIn.COOKIE, SignIn.as("sam")).get("/menus").then().statusCode(403);
        as().get("/menus").then().statusCode(200).body(containsString("Footer"));
    }

    private RequestSpecification as() {
        return given().cookie(SignIn.COOKIE, SignIn.as("edwin", Role.EDITOR)).redirects().follow(false);
    }

    private void press(String label, String action) {
        as().formParam("label", label)
            .formParam("address", "/x")
            .formParam("action", action)
            .post(
                    "/menus/" + id(label))
            .then()
            .statusCode(303);
    }

    private List<Entry> entries() {
        return menus.of(Place.FOOTER);
    }

    private List<String> names() {
        return entries().stream().map(Entry::label).toList();
    }

    private long id(String label) {
        return entries().stream()
            .flatMap(entry -> java.util.stream.Stream.concat(java.util.stream.Stream.of(entry),
                    entry.children().stream()))
            .filter(entry -> entry.label().equals(label))
            .findFirst()
            .orElseThrow()
            .id();
    }
}
