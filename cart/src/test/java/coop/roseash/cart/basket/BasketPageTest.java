package coop.roseash.cart.basket;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

import coop.roseash.cart.Sandbox;
import coop.roseash.cart.ShopWindow;
import coop.roseash.cart.Shopper;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.stock.Stock;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class BasketPageTest {
    @Inject
    Stock stock;
    @Inject
    Redis redis;

    private final Shopper shopper = Shopper.guest();

    @Test
    void leadsFromTheFrontDoorToTheBasket() {
        shopper.browse().get("/").then().statusCode(303).header("Location", equalTo("/basket"));
    }

    @Test
    void saysWhatWillBeInAnEmptyBasket() {
        shopper.browse().get("/basket").then().statusCode(200).body(containsString("Nothing in it yet"));
    }

    @Test
    void addsAndGoesBackToThePage() {
        shopper.add(ShopWindow.LOAF, 2).statusCode(303).header("Location", equalTo("/basket"));
        shopper.browse().get("/basket").then().body(containsString("Rye &lt;loaf&gt;")).body(containsString("£6.40"));
    }

    @Test
    void givesANewGuestACookie() {
        given().redirects()
            .follow(false)
            .formParam("kind", "product")
            .formParam("id", ShopWindow.LOAF.id())
            .post("/basket/lines")
            .then()
            .statusCode(303)
            .header("Location", equalTo("/basket/open"))
            .header("Set-Cookie", allOf(startsWith("ra_guest="), containsString("HTTPOnly")));
    }

    @Test
    void answersHtmxWithTheHeadersBasketAndWordsForScreenReaders() {
        shopper.browse()
            .header("HX-Request", "true")
            .formParam("kind", "product")
            .formParam("id", ShopWindow.LOAF.id())
            .post("/basket/lines")
            .then()
            .statusCode(200)
            .header("HX-Trigger", equalTo("{\"say\": \"Added. In your basket: 1, \\u00a33.20 in all.\"}"))
            .body(startsWith("<a class=\"cart-mini\" href=\"/basket/open\">"))
            .body(containsString("£3.20"));
    }

    @Test
    void refusesWhatIsSoldOutInWords() {
        stock.count(ShopWindow.MUG, 1, new Stock.Cause("test", UUID.randomUUID().toString()));
        shopper.add(ShopWindow.MUG, 2).statusCode(409).body(containsString("only 1 left"));
        shopper.browse().get("/basket").then().body(containsString("Nothing in it yet"));
    }

    @Test
    void answersNonsenseWith400() {
        for (String quantity : new String[]{"0", "-1", "1.5", "many", "99999999999999999999"}) {
            shopper.browse()
                .formParam("kind", "product")
                .formParam("id", ShopWindow.LOAF.id())
                .formParam("quantity", quantity)
                .post("/basket/lines")
                .then()
                .statusCode(400);
        }
        shopper.browse().formParam("kind", "unicorn").formParam("id", "1").post("/basket/lines").then().statusCode(400);
        shopper.browse().post("/basket/lines").then().statusCode(400);
        shopper.browse()
            .formParam("item", "product-1x")
            .formParam("quantity", "1")
            .post("/basket/quantity")
            .then()
            .statusCode(400);
    }

    @Test
    void neverLeadsAwayFromTheSite() {
        shopper.browse()
            .formParam("kind", "product")
            .formParam("id", ShopWindow.LOAF.id())
            .formParam("to", "//evil.example")
            .post("/basket/lines")
            .then()
            .statusCode(303)
            .header("Location", equalTo("/"));
    }

    @Test
    void offersToPutBackWhatWasTakenOut() {
        shopper.add(ShopWindow.LOAF, 2);
        String item = "product-" + ShopWindow.LOAF.id();
        String after = shopper.browse()
            .formParam("item", item)
            .formParam("quantity", "0")
            .post("/basket/quantity")
            .then()
            .statusCode(303)
            .header("Location", equalTo("/basket?removed=" + item + "-2"))
            .extract()
            .header("Location");
        shopper.browse().get(after).then().body(containsString("was taken out")).body(containsString("Put it back"));
        shopper.browse()
            .formParam("item", item)
            .formParam("quantity", "2")
            .post("/basket/quantity")
            .then()
            .statusCode(303);
        shopper.browse().get("/basket").then().body(containsString("£6.40"));
    }

    @Test
    void changesAQuantityInPlace() {
        shopper.add(ShopWindow.LOAF, 2);
        shopper.browse()
            .header("HX-Request", "true")
            .formParam("item", "product-" + ShopWindow.LOAF.id())
            .formParam("quantity", "3")
            .post("/basket/quantity")
            .then()
            .statusCode(200)
            .body(containsString("£9.60"))
            .body(containsString("hx-swap-oob"))
            .body(not(containsString("<html")));
    }

    @Test
    void takesAGuestsBasketFromAnotherAppOnceAndOnlyInThatBrowser() {
        Shopper elsewhere = Shopper.guest();
        String guestToken = "elsewhere-" + UUID.randomUUID();
        Shopper.with("ra_guest", guestToken).add(ShopWindow.LOAF, 1);
        var begun = given().redirects().follow(false).get("/basket/begin?from=market").then().statusCode(303);
        String nonce = begun.extract().cookie("ra_handover");
        begun.header("Location", equalTo("http://market.rose-ash.localhost:8080/basket/hand-over?nonce=" + nonce));
        String token = "token-" + UUID.randomUUID();
        hand(token, nonce + " " + guestToken);
        elsewhere.browse()
            .cookie("ra_handover", "another-nonce-of-24-letters")
            .get("/basket/adopt?token=" + token)
            .then()
            .statusCode(303);
        hand(token, nonce + " " + guestToken);
        given().redirects()
            .follow(false)
            .cookie("ra_handover", nonce)
            .get("/basket/adopt?token=" + token)
            .then()
            .statusCode(303)
            .cookie("ra_guest", guestToken);
        shopper.add(ShopWindow.LOAF, 2);
        hand(token, nonce + " " + guestToken);
        shopper.browse().cookie("ra_handover", nonce).get("/basket/adopt?token=" + token).then().statusCode(303);
        shopper.browse().get("/basket").then().body(containsString("£9.60"));
        shopper.browse().cookie("ra_handover", nonce).get("/basket/adopt?token=" + token).then().statusCode(303);
        shopper.browse().get("/basket").then().body(containsString("£9.60"));
        elsewhere.browse().get("/basket").then().body(containsString("Nothing in it yet"));
    }

    @Test
    void signsAMemberInOnArrival() {
        shopper.browse()
            .get("/basket/arrive")
            .then()
            .statusCode(303)
            .header("Location", equalTo("/auth/login?to=%2Fbasket"));
        Shopper.with(SignIn.COOKIE, SignIn.as("una", Role.MEMBER))
            .browse()
            .get("/basket/arrive")
            .then()
            .statusCode(303)
            .header("Location", equalTo("/basket"));
    }

    private void hand(String token, String value) {
        redis.send(Request.cmd(Command.SET).arg("basket:handover:" + token).arg(value)).await().indefinitely();
    }
}
