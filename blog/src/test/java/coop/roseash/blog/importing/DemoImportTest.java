package coop.roseash.blog.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.blog.Imports;
import coop.roseash.contract.blog.Imports.Outcome;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DemoImportTest {
    private static final Path DEMO = Path.of("../dev/src/main/resources/demo/blog");

    @Inject
    Imports imports;

    @Test
    void bringsTheWholeDemoInWithNothingLeftOut() throws IOException {
        Outcome outcome = imports.ghost(Files.readString(DEMO.resolve("ghost.json")), new FolderFiles(DEMO));
        Outcome.Imported imported = assertInstanceOf(Outcome.Imported.class, outcome);
        assertTrue(imported.posts() >= 24);
        // Pages of other tests may have taken an address; nothing else may need a note.
        assertEquals(0, imported.notes().stream().filter(note -> !note.contains("was taken")).count(),
                imported.notes()::toString);
        given().get("/a-cooperative-in-forty-pages").then().statusCode(200).body(containsString("rules-in-short.pdf"));
        given().get("/tag/mending").then().statusCode(200).body(containsString("The repair café counts its screws"));
    }
}
