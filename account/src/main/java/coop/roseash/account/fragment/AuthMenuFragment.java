package coop.roseash.account.fragment;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.infrastructure.fragment.TimeToLive;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The way to the sign-in, or the member's menu, in every page's header.
@Path("/internal/fragments/auth-menu")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(60)
public class AuthMenuFragment {
    private static final List<Desk> DESKS = List.of(
            new Desk("Write and edit", AppName.BLOG, "/edit", Set.of(Role.AUTHOR, Role.EDITOR)),
            new Desk("Stewards’ desk", AppName.EVENTS, "/admin", Set.of(Role.STEWARD)),
            new Desk("Check-in", AppName.EVENTS, "/check-in", Set.of(Role.STEWARD)),
            new Desk("Products", AppName.MARKET, "/admin/products", Set.of(Role.SHOPKEEPER)),
            new Desk("Orders", AppName.CART, "/admin/orders", Set.of(Role.SHOPKEEPER)),
            new Desk("Administration", AppName.FEDERATION, "/admin/members", Set.of(Role.ADMIN)));

    private final CurrentVisitor visitor;

    AuthMenuFragment(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show() {
        Member member = visitor.member().orElse(null);
        return Templates.show(member, member == null ? List.of() : desksOf(member));
    }

    private static List<Desk> desksOf(Member member) {
        return DESKS.stream().filter(desk -> desk.roles().stream().anyMatch(member::has)).toList();
    }

    /// A page that some members work at; `app` lends the address its host.
    record Desk(String name, AppName app, String path, Set<Role> roles) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(@Nullable Member member, List<Desk> desks);
    }
}
