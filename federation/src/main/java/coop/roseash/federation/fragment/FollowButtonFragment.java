package coop.roseash.federation.fragment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Actors;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.member.Member;
import coop.roseash.infrastructure.fragment.TimeToLive;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// A link to follow an actor, by name: `of=edwin`, `of=blog`; per member it says whether they do already.
@Path("/internal/fragments/follow-button")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(30)
public class FollowButtonFragment {
    private final Actors actors;
    private final Follows follows;
    private final CurrentVisitor visitor;

    FollowButtonFragment(Actors actors, Follows follows, CurrentVisitor visitor) {
        this.actors = actors;
        this.follows = follows;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance button(@QueryParam("of") @Nullable String of) {
        Actor actor = actors.byName(of == null ? "" : of).orElseThrow(NotFoundException::new);
        Long reader = visitor.member().map(Member::id).orElse(null);
        return Templates.button(actor, follows.relation(reader, actor.id()) == Follows.Relation.FOLLOWING);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance button(Actor actor, boolean followed);
    }
}
