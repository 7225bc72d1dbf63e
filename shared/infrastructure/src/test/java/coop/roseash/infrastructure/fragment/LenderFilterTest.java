package coop.roseash.infrastructure.fragment;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class LenderFilterTest {
    private static final String NAV = "/internal/fragments/nav";
    private static final String TOKEN = "a-guest-token-0123456789";

    @Inject
    InternalSignature signature;
    @Inject
    Fragments fragments;

    @Test
    void answersAnUnsignedRequestWith403() {
        given().get(NAV).then().statusCode(403);
        given().get("/internal/anything").then().statusCode(403);
        given().header(InternalSignature.HEADER, "bm90.c2lnbmVk").get(NAV).then().statusCode(403);
    }

    @Test
    void answersASignatureForSomethingElseWith403() {
        String other = signature.sign(NAV + "?id=1", LentTo.everybody("en-GB"));
        given().header(InternalSignature.HEADER, other).get(NAV).then().statusCode(403);
    }

    @Test
    void lendsToASignedRequestWithItsTimeToLive() {
        given().header(InternalSignature.HEADER, signature.sign(NAV, LentTo.everybody("en-GB")))
            .get(NAV)
            .then()
            .statusCode(200)
            .header("Cache-Control", "max-age=7")
            .header(LenderClient.TYPE_HEADER, "nav")
            .body(startsWith("<b> nobody</b>"));
    }

    @Test
    void knowsTheMemberForWhomThePageIsMade() {
        Member rosa = new Member(7, "subject", "rosa", "Rosa Luz", "rosa@rose-ash.example", Set.of(Role.MEMBER));
        Copy copy = new Copy(FragmentRequest.of("nav").forMember(), new LentTo(rosa, null, "en-GB"));
        assertThat(fragments.get(List.of(copy)).get(copy)).startsWith("<b>m:7 Rosa Luz</b>");
    }

    @Test
    void knowsTheGuestAndThePageOnWhichTheFragmentIsShown() {
        given().cookie("ra_guest", TOKEN)
            .get("/with-nav?page=2")
            .then()
            .body(startsWith("<b>g:" + TOKEN + " nobody</b>"))
            .body(containsString("/auth/login?to=%2Fwith-nav%3Fpage%3D2\""));
    }
}
