package coop.roseash.service.blog.ghost;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What a Ghost export holds, as far as the blog has a place for it.
public record GhostExport(List<User> users, List<Tag> tags, List<Entry> entries, List<MenuItem> primary,
        List<MenuItem> secondary) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public record User(String id, String slug, String name, String bio, String email, @Nullable String picture) {}

    public record Tag(String id, String slug, String name, String description, boolean internal) {}

    /// A post or a page.
    ///
    /// @param lexical null where it was written in an older editor; then `html` is all there is
    public record Entry(String id, boolean page, String slug, String title, @Nullable String lexical, String html,
            String status, String visibility, boolean featured, @Nullable String picture, String pictureAlt,
            String pictureCaption, String excerpt, @Nullable String searchTitle, @Nullable String searchDescription,
            @Nullable String canonical, Instant createdAt, Instant updatedAt, @Nullable Instant publishedAt,
            List<String> tagIds, List<String> authorIds) {}

    public record MenuItem(String label, String address) {}

    /// @throws IllegalArgumentException when it is not a Ghost export; the message says what is missing
    public static GhostExport read(String json) {
        JsonNode file;
        try {
            file = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The file is not JSON: " + e.getOriginalMessage(), e);
        }
        JsonNode data = file.path("db").path(0).path("data");
        if (data.isMissingNode()) {
            data = file.path("data");
        }
        if (!data.path("posts").isArray()) {
            throw new IllegalArgumentException("The file is not a Ghost export: it has no posts under db[0].data.");
        }
        return read(data);
    }

    private static GhostExport read(JsonNode data) {
        Map<String, JsonNode> meta = new HashMap<>();
        data.path("posts_meta").forEach(row -> meta.put(row.path("post_id").asText(), row));
        Map<String, List<String>> tags = links(data.path("posts_tags"), "tag_id");
        Map<String, List<String>> authors = links(data.path("posts_authors"), "author_id");
        List<Entry> entries = data.path("posts")
            .valueStream()
            .map(row -> entry(row, meta.getOrDefault(row.path("id").asText(), JSON.createObjectNode()), tags, authors))
            .toList();
        return new GhostExport(data.path("users").valueStream().map(GhostExport::user).toList(),
                data.path("tags").valueStream().map(GhostExport::tag).toList(), entries, menu(data, "navigation"),
                menu(data, "secondary_navigation"));
    }

    private static User user(JsonNode row) {
        return new User(text(row, "id"), text(row, "slug"), text(row, "name"), text(row, "bio"), text(row, "email"),
                orNull(row, "profile_image"));
    }

    private static Tag tag(JsonNode row) {
        boolean internal = "internal".equals(text(row, "visibility")) || text(row, "name").startsWith("#");
        return new Tag(text(row, "id"), text(row, "slug"), text(row, "name"), text(row, "description"), internal);
    }

    private static Entry entry(JsonNode row, JsonNode meta, Map<String, List<String>> tags,
            Map<String, List<String>> authors) {
        String id = text(row, "id");
        Instant created = time(row, "created_at", Instant.EPOCH);
        return new Entry(id, "page".equals(text(row, "type")) || row.path("page").asBoolean(), text(row, "slug"),
                text(row, "title"), orNull(row, "lexical"), text(row, "html"), text(row, "status"),
                text(row, "visibility"), truth(row.path("featured")), orNull(row, "feature_image"),
                text(meta, "feature_image_alt"), text(meta, "feature_image_caption").replaceAll("<[^>]*>", ""),
                text(row, "custom_excerpt"), orNull(meta, "meta_title"), orNull(meta, "meta_description"),
                orNull(row, "canonical_url"), created, time(row, "updated_at", created),
                row.hasNonNull("published_at") ? time(row, "published_at", created) : null,
                tags.getOrDefault(id, List.of()), authors.getOrDefault(id, List.of()));
    }

    private static Map<String, List<String>> links(JsonNode rows, String name) {
        Map<String, List<String>> links = new HashMap<>();
        rows.valueStream()
            .sorted(Comparator.comparingInt((JsonNode row) -> row.path("sort_order").asInt()))
            .forEach(row -> links.computeIfAbsent(text(row, "post_id"), each -> new ArrayList<>())
                .add(text(row, name)));
        return links;
    }

    private static List<MenuItem> menu(JsonNode data, String key) {
        return data.path("settings")
            .valueStream()
            .filter(row -> key.equals(text(row, "key")))
            .flatMap(row -> items(text(row, "value")).valueStream())
            .map(item -> new MenuItem(text(item, "label"), text(item, "url")))
            .toList();
    }

    private static JsonNode items(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createArrayNode();
        }
    }

    private static String text(JsonNode row, String name) {
        JsonNode value = row.path(name);
        return value.isNull() || value.isMissingNode() ? "" : value.asText().replace("\0", "");
    }

    private static @Nullable String orNull(JsonNode row, String name) {
        String text = text(row, name);
        return text.isBlank() ? null : text;
    }

    private static boolean truth(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : value.asInt() == 1;
    }

    private static Instant time(JsonNode row, String name, Instant ifMissing) {
        String text = text(row, name);
        try {
            return Instant.parse(text.contains(" ") ? text.replace(' ', 'T') + "Z" : text);
        } catch (DateTimeParseException e) {
            return ifMissing;
        }
    }
}
