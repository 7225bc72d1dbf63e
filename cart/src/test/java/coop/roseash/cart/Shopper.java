package coop.roseash.cart;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.trade.Sellable;

import static io.restassured.RestAssured.given;

/// A browser of one visitor, without script.
public final class Shopper {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");
    private final String cookie;
    private final String value;

    private Shopper(String cookie, String value) {
        this.cookie = cookie;
        this.value = value;
    }

    public static Shopper guest() {
        return new Shopper("ra_guest", UUID.randomUUID().toString());
    }

    public static Shopper with(String cookie, String value) {
        return new Shopper(cookie, value);
    }

    public RequestSpecification browse() {
        return given().cookie(cookie, value).redirects().follow(false);
    }

    public ValidatableResponse add(Sellable item, int quantity) {
        return browse().formParam("kind", "product")
            .formParam("id", item.id())
            .formParam("quantity", quantity)
            .formParam("to", "/basket")
            .post("/basket/lines")
            .then();
    }

    /// Fills in the checkout and answers the order's path.
    public String order(String name, String email) {
        String page = browse().get("/checkout").then().statusCode(200).extract().asString();
        return browse().formParam("key", hidden(page, "key"))
            .formParam("total", hidden(page, "total"))
            .formParam("name", name)
            .formParam("email", email)
            .post("/checkout")
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    }

    public static String hidden(String page, String name) {
        Matcher matcher = HIDDEN.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        throw new AssertionError("No hidden field " + name);
    }
}
