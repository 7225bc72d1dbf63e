package coop.roseash.federation.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Actors;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.activity.Notes;
import coop.roseash.contract.activity.Notes.Draft;
import coop.roseash.contract.activity.Notes.PostOutcome;
import coop.roseash.contract.activity.Timelines;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.federation.demo.Conversation.Said;

/// Lets the demo members talk on the first start, once they are all there; where anybody has said anything it keeps
/// still.
@ApplicationScoped
class DemoConversation {
    private static final Logger LOG = Logger.getLogger(DemoConversation.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Members members;
    private final Actors actors;
    private final Notes notes;
    private final Follows follows;
    private final Timelines timelines;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Optional<Path> file;

    DemoConversation(Members members, Actors actors, Notes notes, Follows follows, Timelines timelines,
            ObjectMapper mapper, Clock clock, @ConfigProperty(name = "demo.content") Optional<String> folder) {
        this.members = members;
        this.actors = actors;
        this.notes = notes;
        this.follows = follows;
        this.timelines = timelines;
        this.mapper = mapper;
        this.clock = clock;
        this.file = folder.map(path -> Path.of(path, "federation", "social.json"));
    }

    void start(@Observes Startup event) {
        file.filter(Files::isReadable).ifPresent(path -> Thread.ofVirtual().name("demo-conversation").start(() -> {
            try {
                if (!timelines.local(AppName.FEDERATION, null, new PageRequest(1, 1)).isEmpty()) {
                    return;
                }
                Conversation conversation = mapper.readValue(path.toFile(), Conversation.class);
                if (haveCome(conversation)) {
                    talk(conversation);
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("The demo members could not talk", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /// Waits for the members, whom another part of the first start registers.
    private boolean haveCome(Conversation conversation) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (!conversation.follows().keySet().stream().allMatch(handle -> members.byHandle(handle).isPresent())) {
            if (clock.instant().isAfter(end)) {
                LOG.warn("Not all demo members came, so they do not talk");
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    private void talk(Conversation conversation) {
        conversation.follows().forEach((handle, others) -> follow(member(handle), others));
        Map<String, Long> byKey = new HashMap<>();
        for (Said said : conversation.notes()) {
            long id = say(said, byKey);
            if (said.key() != null) {
                byKey.put(said.key(), id);
            }
        }
        react(conversation.likes(), byKey, Notes.Reaction.LIKE);
        react(conversation.boosts(), byKey, Notes.Reaction.BOOST);
        LOG.infof("The demo members wrote %d notes", conversation.notes().size());
    }

    private void follow(Member member, List<String> others) {
        for (String other : others) {
            Actor target = actors.byName(other).orElseThrow();
            follows.follow(member.id(), target.id());
        }
    }

    private long say(Said said, Map<String, Long> byKey) {
        Long answered = said.reply() == null ? null : byKey.get(said.reply());
        Draft draft = new Draft(member(said.by()).id(), said.text(), "", Visibility.PUBLIC, answered,
                clock.instant().minus(Duration.ofHours(said.hoursAgo())));
        if (notes.post(draft) instanceof PostOutcome.Posted(long id)) {
            return id;
        }
        throw new IllegalStateException("A demo note was refused: " + said.text());
    }

    private void react(Map<String, List<String>> who, Map<String, Long> byKey, Notes.Reaction reaction) {
        who.forEach((key, handles) -> handles.forEach(handle -> {
            Long note = byKey.get(key);
            if (note != null) {
                notes.react(member(handle).id(), note, reaction);
            }
        }));
    }

    private Member member(String handle) {
        return members.byHandle(handle).orElseThrow();
    }
}
