package coop.roseash.service.activity;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.paging.Page;

/// Writes ordered collections and their pages (ActivityStreams 2.0, section 5).
final class CollectionWriter {
    private CollectionWriter() {}

    static String whole(String uri, long total) {
        return JsonNodeFactory.instance.objectNode()
            .put("@context", Vocabulary.CONTEXT)
            .put("id", uri)
            .put("type", "OrderedCollection")
            .put("totalItems", total)
            .put("first", uri + "?page=1")
            .toString();
    }

    static String page(String uri, Page<? extends JsonNode> page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
            .put("@context", Vocabulary.CONTEXT)
            .put("id", uri + "?page=" + page.number())
            .put("type", "OrderedCollectionPage")
            .put("partOf", uri);
        if (page.hasNext()) {
            json.put("next", uri + "?page=" + (page.number() + 1));
        }
        if (page.hasPrevious()) {
            json.put("prev", uri + "?page=" + (page.number() - 1));
        }
        json.putArray("orderedItems").addAll(List.copyOf(page.items()));
        return json.toString();
    }

    static Page<JsonNode> ids(Page<String> page) {
        return page.map(JsonNodeFactory.instance::textNode);
    }
}
