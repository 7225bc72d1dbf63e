package coop.roseash.service.activity;

import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.activity.Activities.PublicObject;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;

/// Writes our notes, articles and events as ActivityStreams documents.
@Singleton
class ObjectWriter {
    private final ObjectMapper mapper;

    ObjectWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// A member's note.
    ObjectNode note(KnownObject note, KnownActor author, List<KnownActor> mentioned) {
        ObjectNode json = common(note, author, Addressing.of(Visibility.valueOf(note.visibility), author,
                mentioned.stream().map(actor -> actor.uri).toList()));
        if (note.inReplyTo != null) {
            json.put("inReplyTo", note.inReplyTo);
        }
        if (!note.warning.isEmpty()) {
            json.put("summary", note.warning).put("sensitive", true);
        }
        ArrayNode tags = json.putArray("tag");
        for (KnownActor actor : mentioned) {
            tags.addObject()
                .put("type", "Mention")
                .put("href", actor.uri)
                .put("name", "@" + actor.handle + "@" + actor.host);
        }
        return withContext(json);
    }

    /// What an app announces.
    ObjectNode announced(KnownObject object, KnownActor author, PublicObject said) {
        ObjectNode json = common(object, author, Addressing.of(Visibility.PUBLIC, author, List.of()));
        json.put("name", object.name).put("content", said.html());
        if (!said.summary().isBlank()) {
            json.put("summary", said.summary());
        }
        said.properties().forEach((name, value) -> json.set(name, mapper.<JsonNode>valueToTree(value)));
        return withContext(json);
    }

    static ObjectNode tombstone(String uri, String formerType) {
        return JsonNodeFactory.instance.objectNode()
            .put("@context", Vocabulary.CONTEXT)
            .put("id", uri)
            .put("type", "Tombstone")
            .put("formerType", formerType);
    }

    private static ObjectNode common(KnownObject object, KnownActor author, Addressing addressing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", object.uri).put("type", object.type).put("attributedTo", author.uri).put("url", object.page);
        json.put("published", object.published.truncatedTo(ChronoUnit.SECONDS).toString());
        if (object.updated != null) {
            json.put("updated", object.updated.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        json.put("content", object.content);
        addressing.to().forEach(json.withArray("to")::add);
        addressing.cc().forEach(json.withArray("cc")::add);
        if (Visibility.valueOf(object.visibility).isPublic()) {
            json.put("replies", object.uri + "/replies");
        }
        return json;
    }

    private static ObjectNode withContext(ObjectNode json) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("@context", ObjectContext.of(json));
        whole.setAll(json);
        return whole;
    }
}
