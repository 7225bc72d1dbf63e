package coop.roseash.federation.activitypub;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.activity.Activities;
import coop.roseash.contract.activity.Activities.Change;
import coop.roseash.contract.activity.Activities.PublicObject;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Timelines;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.testing.SignIn;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class AnnouncementTest extends FediverseTest {
    private static final PageRequest FIRST = new PageRequest(1, 20);

    @Inject
    Activities activities;
    @Inject
    Follows follows;
    @Inject
    Timelines timelines;

    private final String entity = "post/" + UUID.randomUUID();

    @Test
    void reachesFollowersOfTheAppAndSaysTheSameOnce() {
        follows.follow(member.id(), actors.ofApp(AppName.BLOG).id());
        announce(Change.CREATE, article("Winter loaves", null));
        announce(Change.CREATE, article("Winter loaves", null));
        announce(Change.UPDATE, article("Winter loaves", null));
        soon().until(() -> !timelines.home(member.id(), FIRST).isEmpty());
        untilAllIsDone();
        assertThat(timelines.home(member.id(), FIRST).items()).extracting(Note::title).contains("Winter loaves");
        assertThat(said()).isEqualTo(1);
        announce(Change.UPDATE, article("Winter loaves, again", null));
        announce(Change.UPDATE, article("Winter loaves, again", null));
        assertThat(said()).isEqualTo(2);
        assertThat(timelines.home(member.id(), FIRST).items()).extracting(Note::title)
            .contains("Winter loaves, again");
    }

    @Test
    void reachesFollowersOfTheMemberWhoseWorkItIs() {
        Member author = SignIn.member(fresh("author"));
        follows.follow(member.id(), actors.ofMember(author.id()).id());
        announce(Change.CREATE, article("By a member", author.id()));
        soon().until(() -> !timelines.home(member.id(), FIRST).isEmpty());
        Note note = timelines.home(member.id(), FIRST).items().getFirst();
        assertThat(note.author().handle()).isEqualTo("blog");
        assertThat(note.boostedBy().handle()).isEqualTo(author.handle());
    }

    @Test
    void takesAwayWhatIsDeletedAndLetsItComeBackAsNew() {
        follows.follow(member.id(), actors.ofApp(AppName.BLOG).id());
        announce(Change.CREATE, article("Here today", null));
        soon().until(() -> !timelines.home(member.id(), FIRST).isEmpty());
        String first = timelines.home(member.id(), FIRST).items().getFirst().uri();
        announce(Change.DELETE, article("Here today", null));
        assertThat(timelines.home(member.id(), FIRST).items()).isEmpty();
        announce(Change.CREATE, article("Here again", null));
        soon().until(() -> !timelines.home(member.id(), FIRST).isEmpty());
        assertThat(timelines.home(member.id(), FIRST).items().getFirst().uri()).isNotEqualTo(first);
    }

    private void announce(Change change, PublicObject object) {
        QuarkusTransaction.requiringNew().run(() -> activities.announce(change, object));
    }

    private PublicObject article(String name, Long memberId) {
        return new PublicObject(AppName.BLOG, "Article", entity,
                URI.create("http://blog.rose-ash.localhost:8080/" + entity), name, "About bread", "<p>Bread.</p>",
                Instant.parse("2026-01-02T03:04:05Z"), memberId, Map.of());
    }

    private long said() {
        return count("SELECT count(*) FROM ap_activities a JOIN ap_object o ON o.uri = a.object_uri WHERE o.entity = '"
                + entity + "'");
    }
}
