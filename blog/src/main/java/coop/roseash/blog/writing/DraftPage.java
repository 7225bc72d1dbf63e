package coop.roseash.blog.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.Draft;
import coop.roseash.contract.blog.Drafts;
import coop.roseash.contract.blog.Drafts.SaveOutcome;
import coop.roseash.contract.blog.Picture;
import coop.roseash.contract.blog.Pictures;
import coop.roseash.contract.blog.Pictures.KeepOutcome;
import coop.roseash.contract.blog.PostChange;
import coop.roseash.contract.blog.PostKind;
import coop.roseash.contract.member.Member;

/// The editor of one post: a plain form that keeps what it cannot show.
@Path("/edit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"author", "editor"})
public class DraftPage {
    private final Drafts drafts;
    private final Pictures pictures;
    private final DraftAccess access;
    private final EditorTemplate template;

    DraftPage(Drafts drafts, Pictures pictures, DraftAccess access, EditorTemplate template) {
        this.drafts = drafts;
        this.pictures = pictures;
        this.access = access;
        this.template = template;
    }

    @GET
    @Path("/new")
    public Response blank(@RestQuery @Nullable String kind) {
        PostChange nothing = new PostChange("", "", "", "", List.of(), Access.PUBLIC, null, "");
        return template.ok(new EditorView(kindOf(kind).id(), null, nothing, 0, Map.of(), null, ""));
    }

    @GET
    @Path("/{id}")
    public Response open(long id, @RestQuery @Nullable String saved) {
        access.editorOf(id);
        Draft draft = drafts.open(id).orElseThrow(NotFoundException::new);
        return template.ok(EditorView.of(draft, saved == null ? "" : "Saved."));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(@BeanParam DraftForm form, @RestQuery @Nullable String kind) {
        Member member = access.writer();
        KeepOutcome upload = upload(form);
        EditorView typed = new EditorView(kindOf(kind).id(), null, form.change(address(upload)), 0, Map.of(), null, "");
        return refusal(upload, typed, () -> drafts.create(kindOf(kind), typed.change(), member.id()));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(long id, @BeanParam DraftForm form) {
        Member member = access.editorOf(id);
        Draft draft = drafts.open(id).orElseThrow(NotFoundException::new);
        KeepOutcome upload = upload(form);
        EditorView typed = new EditorView(draft.kind().id(), draft, form.change(address(upload)), form.version,
                Map.of(), null, "");
        return refusal(upload, typed, () -> drafts.save(id, form.version, typed.change(), member.id()));
    }

    private Response refusal(KeepOutcome upload, EditorView typed, java.util.function.Supplier<SaveOutcome> saving) {
        return switch (upload) {
            case KeepOutcome.Refused(String message) -> template.refused(typed.with(Map.of("upload", message)));
            case KeepOutcome.Kept kept -> answer(saving.get(), typed);
        };
    }

    private Response answer(SaveOutcome outcome, EditorView typed) {
        return switch (outcome) {
            case SaveOutcome.Saved(Draft draft) ->
                Response.seeOther(URI.create("/edit/" + draft.id() + "?saved=1")).build();
            case SaveOutcome.Invalid(Map<String, String> errors) -> template.refused(typed.with(errors));
            case SaveOutcome.Conflict(Draft current) -> template.conflict(typed, current);
            case SaveOutcome.Unknown() -> throw new NotFoundException();
        };
    }

    /// What became of the picture that came with the form; where none came, an empty one.
    private KeepOutcome upload(DraftForm form) {
        if (!form.hasUpload()) {
            return new KeepOutcome.Kept(new Picture("", "", "", null, null));
        }
        var file = Objects.requireNonNull(form.upload);
        try {
            return pictures.keep(file.fileName(), Files.readAllBytes(file.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String address(KeepOutcome upload) {
        return switch (upload) {
            case KeepOutcome.Kept(Picture picture) -> picture.address().isEmpty() ? null : picture.address();
            case KeepOutcome.Refused ignored -> null;
        };
    }

    private static PostKind kindOf(@Nullable String kind) {
        return "page".equals(kind) ? PostKind.PAGE : PostKind.POST;
    }
}
