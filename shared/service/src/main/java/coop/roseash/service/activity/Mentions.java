package coop.roseash.service.activity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import coop.roseash.contract.app.AppName;
import coop.roseash.model.activity.KnownActor;

/// Finds the people a text names, `@sam` or `@wren@example.org`, and makes their names links.
@Singleton
class Mentions {
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w/@.])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)"
                    + "(?:@([A-Za-z0-9.-]{1,253}[A-Za-z0-9](?::\\d{1,5})?))?");

    private final LocalActors local;
    private final ActorRepository actors;
    private final LocalAddresses addresses;

    Mentions(LocalActors local, ActorRepository actors, LocalAddresses addresses) {
        this.local = local;
        this.actors = actors;
        this.addresses = addresses;
    }

    /// How many different names a text contains, known or not.
    static int count(String text) {
        return names(text).size();
    }

    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /// The actors we know behind the names, by name as written.
    Map<String, KnownActor> in(String text) {
        Map<String, KnownActor> found = new LinkedHashMap<>();
        for (String name : names(text)) {
            known(name).ifPresent(actor -> found.put(name, actor));
        }
        return found;
    }

    /// Someone by `@name` (an app of ours, or a member) or `@name@host`, as far as we know them.
    Optional<KnownActor> known(String name) {
        List<String> parts = List.of(name.substring(1).split("@", 2));
        if (parts.size() == 1) {
            String handle = parts.getFirst();
            Optional<AppName> named = Arrays.stream(AppName.values())
                .filter(app -> app.id().equals(handle))
                .findFirst();
            return named.map(local::app).or(() -> local.named(AppName.FEDERATION, handle));
        }
        Optional<AppName> app = addresses.appOfHost(parts.getLast());
        return app.isPresent()
                ? local.named(app.get(), parts.getFirst())
                : actors.byAddress(parts.getFirst(), parts.getLast());
    }

    /// Replaces the names in already escaped HTML.
    static String link(String html, Map<String, KnownActor> mentioned) {
        return NAME.matcher(html).replaceAll(match -> {
            KnownActor actor = mentioned.get(match.group());
            return Matcher.quoteReplacement(actor == null ? match.group() : link(actor));
        });
    }

    private static String link(KnownActor actor) {
        return "<a href=\"" + SafeText.escape(actor.page) + "\" class=\"mention\">@" + SafeText.escape(actor.handle)
                + "</a>";
    }
}
