package coop.roseash.service.blog;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.blog.Picture;
import coop.roseash.model.blog.Post;
import coop.roseash.service.blog.lexical.LexicalRenderer;
import coop.roseash.service.blog.prose.Prose;

/// A post's content between its Lexical document and the editor's form.
@ApplicationScoped
class DraftText {
    private final Revisions revisions;
    private final PictureStore pictures;

    DraftText(Revisions revisions, PictureStore pictures) {
        this.revisions = revisions;
        this.pictures = pictures;
    }

    static String of(Post post) {
        return Prose.write(LexicalRenderer.parse(post.lexical));
    }

    /// The document of a text; empty where a line stands for a block this post never had.
    Optional<String> document(Post post, String text) {
        Stream<String> before = post.id == null ? Stream.empty() : revisions.documents(post.id).stream();
        Prose prose = new Prose(Stream.concat(Stream.of(post.lexical), before).map(LexicalRenderer::parse));
        return prose.read(text).map(this::withSizes).map(JsonNode::toString);
    }

    /// Gives pictures of our own the size they have, so that the page does not jump when they arrive.
    private JsonNode withSizes(JsonNode document) {
        for (JsonNode block : document.path("root").path("children")) {
            if (block instanceof ObjectNode image && "image".equals(image.path("type").asText())
                    && !image.hasNonNull("width")) {
                pictures.byAddress(image.path("src").asText()).ifPresent(picture -> {
                    image.put("width", picture.width());
                    image.put("height", picture.height());
                });
            }
        }
        return document;
    }

    void setPicture(Post post, @Nullable String address) {
        if (address != null && address.equals(post.picture)) {
            return;
        }
        Optional<Picture> picture = address == null ? Optional.empty() : pictures.byAddress(address);
        post.picture = address;
        post.pictureWidth = picture.map(Picture::width).orElse(null);
        post.pictureHeight = picture.map(Picture::height).orElse(null);
    }
}
