package coop.roseash.federation.note;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Notes;
import coop.roseash.contract.activity.Notes.Reaction;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.ReturnPath;

/// One note, what it answers, its replies, and what a member does with it.
@Path("/notes/{id: \\d{1,18}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NotePage {
    private static final int REPLIES = 30;

    private final Notes notes;
    private final CurrentVisitor visitor;

    NotePage(Notes notes, CurrentVisitor visitor) {
        this.notes = notes;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show(long id, @QueryParam("page") @DefaultValue("1") int page) {
        Long reader = visitor.member().map(Member::id).orElse(null);
        Note note = notes.byId(id, reader).orElseThrow(NotFoundException::new);
        return Templates.show(note, notes.ancestors(id, reader),
                notes.replies(id, reader, new PageRequest(page, REPLIES)),
                reader != null);
    }

    @POST
    @Path("/like")
    public Response like(long id, @RestForm String to, @HeaderParam("HX-Request") boolean partial) {
        return answer(notes.react(visitor.requireMember().id(), id, Reaction.LIKE), id, to, partial);
    }

    @POST
    @Path("/unlike")
    public Response unlike(long id, @RestForm String to, @HeaderParam("HX-Request") boolean partial) {
        return answer(notes.takeBack(visitor.requireMember().id(), id, Reaction.LIKE), id, to, partial);
    }

    @POST
    @Path("/boost")
    public Response boost(long id, @RestForm String to, @HeaderParam("HX-Request") boolean partial) {
        return answer(notes.react(visitor.requireMember().id(), id, Reaction.BOOST), id, to, partial);
    }

    @POST
    @Path("/unboost")
    public Response unboost(long id, @RestForm String to, @HeaderParam("HX-Request") boolean partial) {
        return answer(notes.takeBack(visitor.requireMember().id(), id, Reaction.BOOST), id, to, partial);
    }

    @POST
    @Path("/remove")
    public Response remove(long id, @RestForm String to) {
        if (!notes.remove(visitor.requireMember().id(), id)) {
            throw new NotFoundException();
        }
        String back = ReturnPath.of(to).path();
        return Response.seeOther(URI.create(back.startsWith("/notes/" + id) ? "/" : back)).build();
    }

    private Response answer(boolean done, long id, @Nullable String to, boolean partial) {
        Note note = notes.byId(id, visitor.requireMember().id())
            .filter(any -> done)
            .orElseThrow(NotFoundException::new);
        String back = ReturnPath.of(to).path();
        return partial
                ? Response.ok(Templates.card(note, back)).build()
                : Response.seeOther(URI.create(back + "#note-" + id)).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Note note, List<Note> ancestors, Page<Note> replies, boolean signedIn);

        static native TemplateInstance card(Note note, String to);
    }
}
