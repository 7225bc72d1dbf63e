package coop.roseash.cart.admin;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.cart.Sandbox;
import coop.roseash.cart.ShopWindow;
import coop.roseash.cart.Shopper;
import coop.roseash.contract.member.Role;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class OrderAdminPageTest {
    @Test
    void isForShopkeepersOnly() {
        String member = SignIn.as("sam", Role.MEMBER);
        for (String path : new String[]{"/admin/orders", "/admin/orders/RA-1", "/admin/audit.ndjson", "/admin/quiet"}) {
            given().cookie(SignIn.COOKIE, member).get(path).then().statusCode(403);
        }
    }

    @Test
    void showsAnOrderWithItsPayments() {
        Shopper shopper = Shopper.guest();
        shopper.add(ShopWindow.MUG, 1);
        String order = shopper.order("Tariq", "tariq@buyers.example");
        given().redirects().follow(false).post(order + "/pay").then().statusCode(303);
        String number = given().get(order).then().extract().asString().replaceAll("(?s).*?(RA-\\d+).*", "$1");
        Shopper keeper = Shopper.with(SignIn.COOKIE, SignIn.as("rosa", Role.SHOPKEEPER));
        keeper.browse().get("/admin/orders?state=AWAITING_PAYMENT").then().body(containsString(number));
        keeper.browse().get("/admin/orders?state=PAID").then().body(not(containsString(number)));
        keeper.browse()
            .get("/admin/orders/" + number)
            .then()
            .body(containsString("tariq@buyers.example"))
            .body(containsString("ra-rose-"));
        keeper.browse().post("/admin/orders/" + number + "/look").then().statusCode(303);
        keeper.browse().get("/admin/orders/RA-99999999").then().statusCode(404);
        String secret = order.substring(order.lastIndexOf('/') + 1);
        keeper.browse()
            .get("/admin/audit.ndjson")
            .then()
            .statusCode(200)
            .body(containsString("\"number\": \"" + number))
            .body(containsString("\"type\": \"attempt\""))
            .body(not(containsString(secret)));
        keeper.browse().get("/admin/quiet").then().statusCode(200).body("quiet", equalTo(false));
    }
}
