package coop.roseash.service.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import coop.roseash.contract.activity.Visibility;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.service.activity.json.Document;

/// Whom an activity is for: its `to` and `cc`.
record Addressing(List<String> to, List<String> cc) {
    Addressing {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    static Addressing to(String actorUri) {
        return new Addressing(List.of(actorUri), List.of());
    }

    /// As Mastodon and most others write it.
    static Addressing of(Visibility visibility, KnownActor author, Collection<String> mentioned) {
        String followers = Objects.requireNonNull(author.followers, "our actors all have followers");
        List<String> named = List.copyOf(new LinkedHashSet<>(mentioned));
        return switch (visibility) {
            case PUBLIC -> new Addressing(List.of(Vocabulary.PUBLIC), with(followers, named));
            case UNLISTED -> new Addressing(List.of(followers), with(Vocabulary.PUBLIC, named));
            case FOLLOWERS -> new Addressing(List.of(followers), named);
            case DIRECT -> new Addressing(named, List.of());
        };
    }

    static Addressing of(Document document) {
        return new Addressing(names(document, "to"), names(document, "cc"));
    }

    /// Everyone it names; the public collection and followers' collections too.
    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(to);
        all.addAll(cc);
        return all;
    }

    Visibility visibility(@Nullable String followers) {
        if (to.stream().anyMatch(Vocabulary.PUBLIC_NAMES::contains)) {
            return Visibility.PUBLIC;
        }
        if (cc.stream().anyMatch(Vocabulary.PUBLIC_NAMES::contains)) {
            return Visibility.UNLISTED;
        }
        return followers != null && all().contains(followers) ? Visibility.FOLLOWERS : Visibility.DIRECT;
    }

    /// The short names of the public collection are no addresses, and count all the same.
    private static List<String> names(Document document, String property) {
        List<String> names = new ArrayList<>(document.references(property));
        JsonNode value = document.json().path(property);
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (Vocabulary.PUBLIC_NAMES.contains(each.asText(""))) {
                names.add(Vocabulary.PUBLIC);
            }
        }
        return names;
    }

    private static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
