package coop.roseash.federation.admin;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Members.Profile;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.FreshSignIn;

/// The list of members, where an admin grants roles, keeps members out or lets them back in, and helps those who lost
/// all ways to sign in.
@Path("/admin/members")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class MembersPage {
    private static final int PAGE_SIZE = 25;

    private final Members members;
    private final MailLinks links;
    private final AdminLog log;
    private final FormToken formToken;

    MembersPage(Members members, MailLinks links, AdminLog log, FormToken formToken) {
        this.members = members;
        this.links = links;
        this.log = log;
        this.formToken = formToken;
    }

    @GET
    public Response list(@RestQuery @Nullable String q, @RestQuery @Nullable Integer page, RoutingContext request) {
        String text = q == null ? "" : q;
        Page<Profile> found = members.search(text, new PageRequest(page == null ? 1 : page, PAGE_SIZE));
        String path = new AdminAddress("/admin/members").with("q", text).toString();
        return Answers.page(Response.Status.OK,
                Templates.list(formToken.forForm(request), found, text, path, GrantableRoles.ALL));
    }

    @POST
    @Path("{id}/roles")
    @FreshSignIn
    public Response grant(long id, @RestForm("role") @Nullable List<String> roles, @RestForm @Nullable String token,
            RoutingContext request) {
        formToken.require(request, token);
        Member member = members.byId(id).orElseThrow(NotFoundException::new);
        List<Role> wanted = GrantableRoles.of(roles);
        if (isSelf(member) && !wanted.contains(Role.ADMIN)) {
            throw new BadRequestException("An admin cannot take their own admin role away");
        }
        if (!members.grant(id, wanted)) {
            throw new BadRequestException("Nobody would be left as admin");
        }
        log.note(Kind.ROLES_CHANGED, id, request, GrantableRoles.words(wanted));
        return back(member);
    }

    @POST
    @Path("{id}/suspension")
    @FreshSignIn
    public Response suspend(long id, @RestForm @Nullable String suspended, @RestForm @Nullable String token,
            RoutingContext request) {
        formToken.require(request, token);
        Member member = members.byId(id).orElseThrow(NotFoundException::new);
        boolean out = "yes".equals(suspended);
        if (isSelf(member)) {
            throw new BadRequestException("An admin cannot keep themselves out");
        }
        if (!members.suspend(id, out)) {
            throw new BadRequestException("Nobody would be left as admin");
        }
        log.note(out ? Kind.SUSPENDED : Kind.LET_BACK_IN, id, request, "");
        return back(member);
    }

    /// Makes a link for the admin to hand over, once they are sure whom they are talking to; shown this once.
    @POST
    @Path("{id}/recovery")
    @FreshSignIn
    public Response recover(long id, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        Member member = members.active(id).orElseThrow(NotFoundException::new);
        String link = links.makeRecovery(id);
        log.note(Kind.RECOVERY_LINK_MADE, id, request, "");
        return Answers.page(Response.Status.OK, Templates.recovery(member, link));
    }

    private boolean isSelf(Member member) {
        return log.admin().id() == member.id();
    }

    private static Response back(Member member) {
        return Answers.seeOther("/admin/members?q=" + member.handle());
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(String token, Page<Profile> page, String q, String path, List<Role> roles);

        static native TemplateInstance recovery(Member member, String link);
    }
}
