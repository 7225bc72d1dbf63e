package coop.roseash.blog.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.blog.Export;
import coop.roseash.contract.blog.Imports.Outcome;
import coop.roseash.contract.member.Role;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ImportTest {
    @Test
    void addsNothingTwice() {
        Export.load();
        String first = given().get("/sitemap.xml").asString();
        Outcome.Imported again = assertInstanceOf(Outcome.Imported.class, Export.load());
        assertEquals(4, again.posts());
        assertEquals(1, again.pages());
        assertEquals(first, given().get("/sitemap.xml").asString());
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoExport() {
        String admin = SignIn.as("rosa", Role.ADMIN);
        given().cookie(SignIn.COOKIE, admin)
            .multiPart("export", "notes.json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8))
            .post("/imports")
            .then()
            .statusCode(422)
            .body(containsString("not a Ghost export"));
        given().cookie(SignIn.COOKIE, admin)
            .multiPart("export", "broken.zip", "PK and nothing more".getBytes(StandardCharsets.UTF_8))
            .post("/imports")
            .then()
            .statusCode(422)
            .body(containsString("damaged"));
    }

    @Test
    void takesAZipWithItsPictures() throws IOException {
        given().cookie(SignIn.COOKIE, SignIn.as("rosa", Role.ADMIN))
            .multiPart("export", "export.zip", zip())
            .post("/imports")
            .then()
            .statusCode(200)
            .body(containsString("4 posts, 1 pages"));
    }

    @Test
    void letsOnlyAdminsImport() {
        given().cookie(SignIn.COOKIE, SignIn.as("edwin", Role.EDITOR)).get("/imports").then().statusCode(403);
        given().redirects().follow(false).get("/imports").then().statusCode(303);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("site/ghost.json"));
            zip.write(Export.json().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("site/content/images/2026/loaf.svg"));
            zip.write(Export.file("content/images/2026/loaf.svg").orElseThrow());
        }
        return bytes.toByteArray();
    }
}
