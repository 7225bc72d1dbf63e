package coop.roseash.infrastructure.page;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.infrastructure.fragment.LenderPort;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class FrameTest {
    @Test
    void framesAPageWithItsFragments() {
        given().get("/styles")
            .then()
            .statusCode(200)
            .body(containsString("<b> nobody</b>"))
            .body(containsString("href=\"#main\">Skip to content"))
            .body(containsString("<title>Styles – Rose Ash</title>"))
            .body(containsString("aria-invalid=\"true\""));
    }

    @Test
    void servesEveryFileItLinksTo() {
        String html = given().get("/styles").asString();
        var files = java.util.regex.Pattern.compile("(?:href|src)=\"(/(?:static|theme)[^\"#]*)")
            .matcher(html)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
        assertThat(files).hasSizeGreaterThan(8);
        files.forEach(file -> given().urlEncodingEnabled(false).get(file).then().statusCode(200));
    }

    @Test
    void drawsTheSamePatternForTheSameName() {
        String once = given().get("/pattern/bread.svg").asString();
        given().get("/pattern/bread.svg").then().contentType("image/svg+xml").body(equalTo(once));
        assertThat(given().get("/pattern/honey.svg").asString()).isNotEqualTo(once);
    }

    @Test
    void namesTheCooperativesColoursInItsOwnStylesheet() {
        given().get("/theme.css").then().contentType(containsString("text/css")).body(containsString("#a3294a"));
    }
}
