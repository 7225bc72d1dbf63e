package coop.roseash.cart.checkout;

import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.cart.Sandbox;
import coop.roseash.cart.ShopWindow;
import coop.roseash.cart.Shopper;
import coop.roseash.contract.member.Role;
import coop.roseash.dev.sumup.Card;
import coop.roseash.dev.sumup.Fault;
import coop.roseash.dev.sumup.Operation;
import coop.roseash.dev.sumup.SandboxClient;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class CheckoutTest {
    @ConfigProperty(name = "sumup.base-url")
    String sandboxUrl;

    private final Shopper shopper = Shopper.guest();

    @Test
    void leadsAGuestFromTheBasketToTheReceipt() {
        shopper.add(ShopWindow.LOAF, 2);
        shopper.add(ShopWindow.MUG, 1);
        String order = shopper.order("Ash", "ash@buyers.example");
        shopper.browse()
            .get(order)
            .then()
            .statusCode(200)
            .header("Referrer-Policy", "no-referrer")
            .body(containsString("Pay £17.90"))
            .body(containsString("data-countdown"));
        shopper.browse().get("/basket").then().body(containsString("is waiting to be paid"));
        String checkout = checkout(order);
        try (SandboxClient sandbox = new SandboxClient(sandboxUrl)) {
            String back = sandbox.pay(checkout, Card.VISA);
            assertTrue(back.endsWith(order + "/return?checkout_id=" + checkout), back);
        }
        given().redirects()
            .follow(false)
            .get(order + "/return")
            .then()
            .statusCode(303)
            .header("Location", equalTo(order));
        given().get(order)
            .then()
            .body(containsString("Thank you, Ash"))
            .body(containsString("R0000"))
            .body(containsString("£1.92"));
        shopper.browse().get("/basket").then().body(containsString("Nothing in it yet"));
    }

    @Inject
    MockMailbox mailbox;

    @Test
    void mailsTheReceiptOnce() {
        shopper.add(ShopWindow.LEAFLET, 3);
        String order = shopper.order("Maud", "maud@buyers.example");
        await().until(() -> mailbox.getMailsSentTo("maud@buyers.example").size() == 1);
        var mail = mailbox.getMailsSentTo("maud@buyers.example").getFirst();
        assertTrue(mail.getText().contains("3 × Leaflet, 800 g: £0.00"), mail.getText());
        assertTrue(mail.getHtml().contains(order), mail.getHtml());
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        shopper.add(ShopWindow.LOAF, 1);
        String page = shopper.browse().get("/checkout").then().extract().asString();
        shopper.browse()
            .formParam("key", Shopper.hidden(page, "key"))
            .formParam("total", Shopper.hidden(page, "total"))
            .formParam("name", "Maud \"the\" <Miller>")
            .formParam("email", "maud(at)home")
            .post("/checkout")
            .then()
            .statusCode(422)
            .body(containsString("not an e-mail address"))
            .body(containsString("href=\"#email\""))
            .body(containsString("Maud &quot;the&quot; &lt;Miller&gt;"));
    }

    @Test
    void ordersOnceWhenTheButtonIsPressedTwice() {
        shopper.add(ShopWindow.LOAF, 1);
        String page = shopper.browse().get("/checkout").then().extract().asString();
        List<String> orders = java.util.stream.IntStream.range(0, 2)
            .mapToObj(_ -> shopper.browse()
                .formParam("key", Shopper.hidden(page, "key"))
                .formParam("total", Shopper.hidden(page, "total"))
                .formParam("name", "Ash")
                .formParam("email", "ash@buyers.example")
                .post("/checkout")
                .then()
                .statusCode(303)
                .extract()
                .header("Location"))
            .toList();
        assertEquals(orders.getFirst(), orders.getLast());
    }

    @Test
    void asksToLookAgainWhenThePriceIsNotWhatWasSeen() {
        shopper.add(ShopWindow.LOAF, 1);
        shopper.browse()
            .formParam("key", "a-key-of-at-least-16-letters")
            .formParam("total", "1")
            .formParam("name", "Ash")
            .formParam("email", "ash@buyers.example")
            .post("/checkout")
            .then()
            .statusCode(409)
            .body(containsString("look at the prices again"));
    }

    @Test
    void waitsOnThePageWhileThePaymentIsNotKnown() {
        shopper.add(ShopWindow.LOAF, 1);
        String order = shopper.order("Ash", "ash@buyers.example");
        String checkout = checkout(order);
        given().get(order + "/return").then().statusCode(200).body(containsString("Waiting for the payment"));
        try (SandboxClient sandbox = new SandboxClient(sandboxUrl)) {
            sandbox.pay(checkout, Card.MASTERCARD);
        }
        given().body("{\"event_type\":\"CHECKOUT_STATUS_CHANGED\",\"id\":\"" + checkout + "\"}")
            .post("/webhooks/sumup")
            .then()
            .statusCode(204);
        await().untilAsserted(() -> given().get(order + "/status").then().header("HX-Redirect", equalTo(order)));
    }

    @Test
    void saysSoWhenThePaymentPageCannotBeOpened() {
        shopper.add(ShopWindow.LOAF, 1);
        String order = shopper.order("Ash", "ash@buyers.example");
        try (SandboxClient sandbox = new SandboxClient(sandboxUrl)) {
            sandbox.fault(Operation.CREATE, Fault.SERVER_ERROR, 1);
            given().redirects()
                .follow(false)
                .post(order + "/pay")
                .then()
                .statusCode(503)
                .body(containsString("Nothing was taken"));
        }
        checkout(order);
    }

    @Test
    void putsEverythingBackWhenTheOrderIsGivenUp() {
        shopper.add(ShopWindow.LOAF, 1);
        String order = shopper.order("Ash", "ash@buyers.example");
        checkout(order);
        given().redirects()
            .follow(false)
            .post(order + "/cancel")
            .then()
            .statusCode(303)
            .header("Location", equalTo("/basket"));
        shopper.browse()
            .get("/basket")
            .then()
            .body(containsString("£3.20"))
            .body(not(containsString("is waiting to be paid")));
        given().redirects()
            .follow(false)
            .post(order + "/pay")
            .then()
            .statusCode(303)
            .header("Location", equalTo(order));
        given().get(order).then().body(containsString("Cancelled"));
    }

    @Test
    void knowsAMembersOrdersAndNobodyElses() {
        Shopper member = Shopper.with(SignIn.COOKIE, SignIn.as("sam", Role.MEMBER));
        member.add(ShopWindow.LEAFLET, 1);
        member.browse().get("/checkout").then().body(containsString("value=\"sam@rose-ash.example\""));
        String order = member.order("Sam", "sam@rose-ash.example");
        String number = member.browse()
            .get("/orders")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .replaceAll("(?s).*?(RA-\\d+).*", "$1");
        member.browse().get("/orders/" + number).then().statusCode(303).header("Location", equalTo(order));
        Shopper other = Shopper.with(SignIn.COOKIE, SignIn.as("shirin", Role.MEMBER));
        other.browse().get("/orders/" + number).then().statusCode(404);
        other.browse().get("/orders").then().body(containsString("No orders yet"));
    }

    @Test
    void answersAnUnknownOrderWith404() {
        given().get("/orders/no-such-order-no-such-order").then().statusCode(404);
        given().post("/orders/no-such-order-no-such-order/pay").then().statusCode(404);
        given().get("/orders/short").then().statusCode(404);
    }

    private static String checkout(String order) {
        String page = given().redirects()
            .follow(false)
            .post(order + "/pay")
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
        return page.substring(page.lastIndexOf('/') + 1);
    }
}
