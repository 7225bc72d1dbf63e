package coop.roseash.events;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Role;
import coop.roseash.testing.SignIn;

/// Requests to the events app as a browser makes them.
public final class Site {
    private static final String ORIGIN = "http://events.rose-ash.localhost:8080";

    private Site() {}

    public static RequestSpecification guest() {
        return RestAssured.given().redirects().follow(false).accept("text/html").header("Origin", ORIGIN);
    }

    public static RequestSpecification member(String handle) {
        return guest().cookie(SignIn.COOKIE, SignIn.as(handle));
    }

    public static RequestSpecification steward() {
        return guest().cookie(SignIn.COOKIE, SignIn.as("stella", Role.STEWARD));
    }
}
