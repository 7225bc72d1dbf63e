package coop.roseash.service.blog.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.service.blog.lexical.LexicalRenderer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProseTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DEMO = Path.of("../../dev/src/main/resources/demo/blog/ghost.json");

    @ParameterizedTest
    @ValueSource(strings = {
            "A paragraph with **bold**, *italic*, ***both***, `code` and [a link](https://example.org/).",
            "Two lines\nof one paragraph", "## A heading", "> A quote",
            "- one\n- two\n    1. inner\n    2. more\n- three",
            "3. three\n4. four", "---", "```java\nint a = 1;\n\n// two\n```", "![A loaf](/pictures/a/loaf.svg)",
            "Stars \\* and \\_lines\\_ and \\[brackets\\] and \\<tags> are kept", "\\# not a heading", "\\- not a list",
            "1\\. Not a list", "[[members only]]", "[[product BREAD-001]]", "[[event workshops a@b.example]]",
            "[[events workshops]]", "[[calendar rooms]]", "First.\n\nSecond.\n\n- a\n- b\n\nThird."})
    void comesBackFromADocumentAsItWent(String text) {
        JsonNode document = new Prose(Stream.empty()).read(text).orElseThrow();
        String written = Prose.write(document);
        assertEquals(document, new Prose(Stream.of(document)).read(written).orElseThrow(), written);
        assertEquals(text, written);
    }

    @Test
    void losesNothingOfTheDemosPosts() throws IOException {
        JsonNode posts = JSON.readTree(Files.readString(DEMO)).at("/db/0/data/posts");
        assertTrue(posts.size() > 24);
        for (JsonNode post : posts) {
            JsonNode document = LexicalRenderer.parse(post.path("lexical").asText());
            String text = Prose.write(document);
            JsonNode read = new Prose(Stream.of(document)).read(text).orElseThrow();
            assertEquals(document.at("/root/children"), read.at("/root/children"), post.path("slug").asText());
        }
    }

    @Test
    void keepsTheOtherBlocksWhenOneIsChanged() {
        JsonNode document = LexicalRenderer.parse("""
                {"root":{"type":"root","version":1,"children":[
                 {"type":"paragraph","children":[{"type":"extended-text","text":"under","format":8}]},
                 {"type":"paragraph","children":[{"type":"extended-text","text":"plain","format":0}]},
                 {"type":"video","src":"/v.mp4","caption":"A film","loop":true}]}}""");
        String text = Prose.write(document);
        assertTrue(text.contains("[[kept video "), text);
        JsonNode read = new Prose(Stream.of(document)).read(text.replace("plain", "changed")).orElseThrow();
        assertEquals(document.at("/root/children/0"), read.at("/root/children/0"));
        assertEquals("changed", read.at("/root/children/1/children/0/text").asText());
        assertEquals(document.at("/root/children/2"), read.at("/root/children/2"));
    }

    @Test
    void takesLinesInCodeAsTheyAre() {
        JsonNode document = new Prose(Stream.empty()).read("```\n[[members only]]\n```").orElseThrow();
        assertEquals("[[members only]]", document.at("/root/children/0/code").asText());
    }

    @Test
    void refusesALineForABlockItNeverSaw() {
        assertTrue(new Prose(Stream.empty()).read("[[kept image 0123456789ab: gone]]").isEmpty());
    }
}
