package coop.roseash.blog.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Imports;
import coop.roseash.contract.blog.Imports.Outcome;

/// Imports an export file from Ghost: the JSON alone, or a ZIP of it with its `content` folder.
@jakarta.ws.rs.Path("/imports")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("admin")
public class ImportPage {
    private static final int UNPROCESSABLE = 422;
    private static final byte[] ZIP = {'P', 'K'};

    private final Imports imports;

    ImportPage(Imports imports) {
        this.imports = imports;
    }

    @GET
    public TemplateInstance form() {
        return Templates.form(null, "");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response run(@RestForm("export") @Nullable FileUpload export) {
        if (export == null || export.size() == 0) {
            return refused("Choose the export file.");
        }
        return switch (run(export.uploadedFile())) {
            case Outcome.Imported imported -> Response.ok(Templates.form(imported, "")).build();
            case Outcome.Unreadable(String message) -> refused(message);
        };
    }

    private Outcome run(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 1 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1]
                    ? zip(file)
                    : imports.ghost(new String(bytes, StandardCharsets.UTF_8), path -> Optional.empty());
        } catch (ZipException e) {
            return new Outcome.Unreadable("The ZIP file is damaged.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome zip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipFiles files = new ZipFiles(zip);
            return files.json()
                .map(json -> imports.ghost(new String(json, StandardCharsets.UTF_8), files))
                .orElseGet(() -> new Outcome.Unreadable("There is no JSON file in the ZIP."));
        }
    }

    private static Response refused(String message) {
        return Response.status(UNPROCESSABLE).entity(Templates.form(null, message)).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(Outcome.@Nullable Imported imported, String error);
    }
}
