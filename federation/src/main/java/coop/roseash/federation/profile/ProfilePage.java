package coop.roseash.federation.profile;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Actors;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.activity.Follows.Counts;
import coop.roseash.contract.activity.Follows.Relation;
import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Timelines;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// An actor's public page: `/@rosa` for a member, `/@blog` for an app, `/@wren@example.org` for somebody elsewhere.
@Path("/@{name}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProfilePage {
    private static final int NOTES = 20;
    private static final int PEOPLE = 40;

    private final Actors actors;
    private final Timelines timelines;
    private final Follows follows;
    private final CurrentVisitor visitor;

    ProfilePage(Actors actors, Timelines timelines, Follows follows, CurrentVisitor visitor) {
        this.actors = actors;
        this.timelines = timelines;
        this.follows = follows;
        this.visitor = visitor;
    }

    /// The top of the page, the same on all its tabs.
    ///
    /// @param path of the profile, without the host
    @TemplateData
    public record Profile(Actor actor, Counts counts, Relation relation, boolean signedIn, String path) {
        public boolean requested() {
            return relation == Relation.REQUESTED;
        }

        public boolean followed() {
            return relation == Relation.FOLLOWING;
        }

        public boolean self() {
            return relation == Relation.SELF;
        }
    }

    @GET
    public TemplateInstance notes(String name, @QueryParam("page") @DefaultValue("1") int page) {
        Profile profile = profile(name);
        return Templates.notes(profile,
                timelines.ofActor(profile.actor().id(), reader(), new PageRequest(page, NOTES)));
    }

    @GET
    @Path("/followers")
    public TemplateInstance followers(String name, @QueryParam("page") @DefaultValue("1") int page) {
        Profile profile = profile(name);
        return Templates.people(profile, "followers",
                follows.followers(profile.actor().id(), new PageRequest(page, PEOPLE)));
    }

    @GET
    @Path("/following")
    public TemplateInstance following(String name, @QueryParam("page") @DefaultValue("1") int page) {
        Profile profile = profile(name);
        return Templates.people(profile, "following",
                follows.following(profile.actor().id(), new PageRequest(page, PEOPLE)));
    }

    private Profile profile(String name) {
        Actor actor = actors.byName(name).orElseThrow(NotFoundException::new);
        return new Profile(actor, follows.counts(actor.id()), follows.relation(reader(), actor.id()), reader() != null,
                actor.profile().getRawPath());
    }

    private @Nullable Long reader() {
        return visitor.member().map(Member::id).orElse(null);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance notes(Profile profile, Page<Note> notes);

        static native TemplateInstance people(Profile profile, String tab, Page<Actor> people);
    }
}
