package coop.roseash.events.desk;

import java.io.IOException;
import java.nio.file.Files;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.CalendarImports;
import coop.roseash.contract.event.CalendarImports.ImportOutcome;
import coop.roseash.contract.event.CalendarImports.Report;

/// Reads an iCalendar file into a calendar.
@Path("/admin/import")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("steward")
public class ImportPage {
    private final CalendarImports imports;

    ImportPage(CalendarImports imports) {
        this.imports = imports;
    }

    @GET
    public TemplateInstance show() {
        return Templates.show("", null, null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(@RestForm String calendar, @RestForm @Nullable FileUpload file) throws IOException {
        String slug = calendar == null ? "" : calendar.strip();
        if (!slug.matches("[a-z0-9-]{1,60}")) {
            return refuse(slug, "A calendar's name in addresses has small letters, digits and dashes only.");
        }
        if (file == null || file.size() == 0 || file.size() > CalendarImports.MAXIMUM_BYTES) {
            return refuse(slug, "Choose an iCalendar file (.ics) of at most 2 MiB.");
        }
        return switch (imports.read(slug, Files.readAllBytes(file.uploadedFile()))) {
            case ImportOutcome.Imported(Report report) -> Response.ok(Templates.show(slug, null, report)).build();
            case ImportOutcome.Unreadable(int line, String message) -> refuse(slug,
                    line > 0 ? "Line " + line + ": " + message : message);
        };
    }

    private static Response refuse(String slug, String problem) {
        return Response.status(400).entity(Templates.show(slug, problem, null)).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(String calendar, @Nullable String problem, @Nullable Report report);
    }
}
