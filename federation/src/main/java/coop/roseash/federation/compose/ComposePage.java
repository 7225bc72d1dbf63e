package coop.roseash.federation.compose;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;

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
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Notes;
import coop.roseash.contract.activity.Notes.Draft;
import coop.roseash.contract.activity.Notes.PostOutcome;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.member.Member;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Writing a note or an answer.
@Path("/compose")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ComposePage {
    private final Notes notes;
    private final CurrentVisitor visitor;

    ComposePage(Notes notes, CurrentVisitor visitor) {
        this.notes = notes;
        this.visitor = visitor;
    }

    /// @param to begins the text, for example with somebody's address
    @GET
    public TemplateInstance write(@QueryParam("reply") @Nullable Long reply,
            @QueryParam("to") @DefaultValue("") String to) {
        Member member = visitor.requireMember();
        Note answered = answered(reply, member);
        Visibility visibility = answered == null ? Visibility.PUBLIC : answered.visibility();
        String text = answered == null ? to : notes.addressees(answered.id(), member.id());
        return Templates.write(new ComposeForm(text, "", visibility, Map.of()), answered);
    }

    @POST
    public Response post(@RestForm @DefaultValue("") String text, @RestForm @DefaultValue("") String warning,
            @RestForm @DefaultValue("PUBLIC") String visibility, @RestForm @Nullable Long reply) {
        Member member = visitor.requireMember();
        ComposeForm form = new ComposeForm(text, warning, visibility(visibility), Map.of());
        return switch (notes.post(new Draft(member.id(), text, warning, form.visibility(), reply, null))) {
            case PostOutcome.Posted(long id) -> Response.seeOther(URI.create("/notes/" + id)).build();
            case PostOutcome.Empty() -> again(form.with("Write something first."), reply, member);
            case PostOutcome.TooLong(int length, int maximum) -> again(
                    form.with("This has %,d characters; %,d fit.".formatted(length, maximum)), reply, member);
            case PostOutcome.TooManyMentions(int maximum) -> again(
                    form.with("Name at most " + maximum + " people in one note."), reply, member);
            case PostOutcome.NothingToAnswer() -> again(
                    form.with("The note you answer is gone. You can post this as a note of its own."), null, member);
        };
    }

    private Response again(ComposeForm form, @Nullable Long reply, Member member) {
        Note answered = reply == null ? null : notes.byId(reply, member.id()).orElse(null);
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.write(form, answered)).build();
    }

    private @Nullable Note answered(@Nullable Long reply, Member member) {
        return reply == null ? null : notes.byId(reply, member.id()).orElseThrow(NotFoundException::new);
    }

    /// What was never offered is kept as private as can be.
    private static Visibility visibility(String name) {
        return Arrays.stream(Visibility.values())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElse(Visibility.DIRECT);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance write(ComposeForm form, @Nullable Note answered);
    }
}
