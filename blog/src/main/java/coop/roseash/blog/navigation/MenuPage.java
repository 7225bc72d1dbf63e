package coop.roseash.blog.navigation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Menus;
import coop.roseash.contract.blog.Menus.ChangeOutcome;
import coop.roseash.contract.blog.Menus.Direction;
import coop.roseash.contract.blog.Menus.Place;

/// Orders the site's navigation with buttons, so that a keyboard and no script are enough.
@Path("/menus")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("editor")
public class MenuPage {
    private static final int UNPROCESSABLE = 422;

    private final Menus menus;

    MenuPage(Menus menus) {
        this.menus = menus;
    }

    @GET
    public TemplateInstance show() {
        return page(Typed.NOTHING, Map.of());
    }

    @POST
    public Response add(@RestForm @Nullable String place, @RestForm @Nullable String label,
            @RestForm @Nullable String address) {
        Place where = placeOf(place);
        Typed typed = new Typed(0, where.id(), text(label), text(address));
        return answer(menus.add(where, null, typed.label(), typed.address()), typed);
    }

    @POST
    @Path("/{id}")
    public Response change(long id, @RestForm @Nullable String label, @RestForm @Nullable String address,
            @RestForm @Nullable String action) {
        switch (text(action)) {
            case "up" -> menus.move(id, Direction.UP);
            case "down" -> menus.move(id, Direction.DOWN);
            case "in" -> menus.nest(id, true);
            case "out" -> menus.nest(id, false);
            case "remove" -> menus.remove(id);
            default -> {
                Typed typed = new Typed(id, "", text(label), text(address));
                return answer(menus.change(id, typed.label(), typed.address()), typed);
            }
        }
        return back();
    }

    private Response answer(ChangeOutcome outcome, Typed typed) {
        return switch (outcome) {
            case ChangeOutcome.Changed(long id) -> back();
            case ChangeOutcome.Refused(String field, String message) -> Response.status(UNPROCESSABLE)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page(typed, Map.of(typed.field(field), message)))
                .build();
        };
    }

    private TemplateInstance page(Typed typed, Map<String, String> errors) {
        List<Menu> shown = Arrays.stream(Place.values())
            .map(place -> new Menu(place.id(), place == Place.PRIMARY ? "Header" : "Footer", menus.of(place)))
            .toList();
        return Templates.menus(shown, typed, errors);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/menus")).build();
    }

    private static Place placeOf(@Nullable String place) {
        return Place.FOOTER.id().equals(place) ? Place.FOOTER : Place.PRIMARY;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// One menu as the page shows it.
    public record Menu(String id, String name, List<Menus.Entry> entries) {}

    /// What was typed and refused, for an entry by its id or for a new one.
    public record Typed(long id, String place, String label, String address) {
        static final Typed NOTHING = new Typed(0, "", "", "");

        String field(String name) {
            return name + "-" + (id == 0 ? place : String.valueOf(id));
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance menus(List<Menu> menus, Typed typed, Map<String, String> errors);
    }
}
