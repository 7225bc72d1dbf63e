package coop.roseash.federation.follow;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Actors;
import coop.roseash.contract.activity.Actors.FindOutcome;
import coop.roseash.contract.activity.Follows;
import coop.roseash.contract.activity.Follows.FollowOutcome;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.ReturnPath;

/// Finding people by name or by address, and following them.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class FollowPage {
    private static final int SIZE = 20;
    private static final int LONGEST = 400;

    private final Actors actors;
    private final Follows follows;
    private final CurrentVisitor visitor;

    FollowPage(Actors actors, Follows follows, CurrentVisitor visitor) {
        this.actors = actors;
        this.follows = follows;
        this.visitor = visitor;
    }

    /// What a search brought.
    ///
    /// @param message why the address led to nobody; empty if it did, or if it was no address
    record Found(String words, String message, Page<Actor> people) {}

    /// Only members make us ask other servers.
    @GET
    @Path("/follow")
    public Response search(@QueryParam("q") @DefaultValue("") String words,
            @QueryParam("page") @DefaultValue("1") int page) {
        String sought = words.length() > LONGEST ? words.substring(0, LONGEST) : words.strip();
        PageRequest request = new PageRequest(page, SIZE);
        boolean signedIn = visitor.member().isPresent();
        if (!signedIn || sought.isEmpty()) {
            return show(new Found(sought, "", actors.search(sought, request)), signedIn);
        }
        return switch (actors.find(sought)) {
            case FindOutcome.Found(Actor actor) -> Response.seeOther(actor.profile()).build();
            case FindOutcome.NotAnAddress() -> show(new Found(sought, "", actors.search(sought, request)), true);
            case FindOutcome.Unknown() -> show(nobody(sought, "Nobody here has this address."), true);
            case FindOutcome.Unreachable(String host) ->
                show(nobody(sought, host + " did not tell us who that is. Check the address, or try later."), true);
            case FindOutcome.Blocked(String host) ->
                show(nobody(sought, "We have no traffic with " + host + "."), true);
        };
    }

    /// Comes here after the sign-in of someone who wanted to follow.
    @GET
    @Path("/follow/{actor: \\d{1,18}}")
    public Response confirm(@RestPath long actor) {
        visitor.requireMember();
        return Response.seeOther(actors.byId(actor).orElseThrow(NotFoundException::new).profile()).build();
    }

    @POST
    @Path("/follow")
    public Response follow(@RestForm long actor, @RestForm @Nullable String to) {
        Member member = visitor.requireMember();
        return switch (follows.follow(member.id(), actor)) {
            case FollowOutcome.Following() -> back(to);
            case FollowOutcome.Requested() -> back(to);
            case FollowOutcome.Yourself() -> back(to);
            case FollowOutcome.UnknownActor() -> throw new NotFoundException();
        };
    }

    @POST
    @Path("/unfollow")
    public Response unfollow(@RestForm long actor, @RestForm @Nullable String to) {
        follows.unfollow(visitor.requireMember().id(), actor);
        return back(to);
    }

    private static Found nobody(String words, String message) {
        return new Found(words, message, new Page<>(List.of(), 1, false));
    }

    private static Response show(Found found, boolean signedIn) {
        String query = URLEncoder.encode(found.words(), StandardCharsets.UTF_8);
        return Response.ok(Templates.search(found, "/follow?q=" + query, signedIn)).build();
    }

    private static Response back(@Nullable String to) {
        return Response.seeOther(URI.create(ReturnPath.of(to).path())).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance search(Found found, String path, boolean signedIn);
    }
}
