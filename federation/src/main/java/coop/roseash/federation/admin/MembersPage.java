package coop.roseash.federation.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The list of members, where an admin grants roles and keeps members out or lets them back in.
@Path("/admin/members")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class MembersPage {
    private static final int PAGE_SIZE = 25;
    private static final List<Role> GRANTABLE = Arrays.stream(Role.values())
        .filter(role -> role != Role.MEMBER)
        .toList();

    private final Members members;
    private final CurrentVisitor visitor;
    private final AuditLog audit;

    MembersPage(Members members, CurrentVisitor visitor, AuditLog audit) {
        this.members = members;
        this.visitor = visitor;
        this.audit = audit;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String q, @RestQuery @Nullable Integer page) {
        String text = q == null ? "" : q;
        Page<Profile> found = members.search(text, new PageRequest(page == null ? 1 : page, PAGE_SIZE));
        String path = "/admin/members?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return Templates.list(found, text, path, GRANTABLE);
    }

    @POST
    @Path("{id}/roles")
    public Response grant(long id, @RestForm("role") @Nullable List<String> roles, RoutingContext request) {
        Member member = members.byId(id).orElseThrow(NotFoundException::new);
        List<Role> wanted = (roles == null ? List.<String>of() : roles).stream().map(MembersPage::role).toList();
        if (isSelf(member) && !wanted.contains(Role.ADMIN)) {
            throw new BadRequestException("An admin cannot take their own admin role away");
        }
        members.grant(id, wanted);
        note(AuditLog.Kind.ROLES_CHANGED, id, request, String.valueOf(wanted));
        return back(member);
    }

    @POST
    @Path("{id}/suspension")
    public Response suspend(long id, @RestForm @Nullable String suspended, RoutingContext request) {
        Member member = members.byId(id).orElseThrow(NotFoundException::new);
        boolean out = "yes".equals(suspended);
        if (isSelf(member)) {
            throw new BadRequestException("An admin cannot keep themselves out");
        }
        members.suspend(id, out);
        note(out ? AuditLog.Kind.SUSPENDED : AuditLog.Kind.LET_BACK_IN, id, request, "");
        return back(member);
    }

    private boolean isSelf(Member member) {
        return visitor.requireMember().id() == member.id();
    }

    private void note(AuditLog.Kind kind, long memberId, RoutingContext request, String detail) {
        String by = "by " + visitor.requireMember().handle() + " " + detail;
        audit.note(new AuditLog.Entry(kind, memberId, null, request.request().remoteAddress().hostAddress(), by));
    }

    private static Response back(Member member) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", "/admin/members?q=" + member.handle())
            .build();
    }

    private static Role role(String id) {
        return GRANTABLE.stream()
            .filter(role -> role.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new BadRequestException("There is no such role"));
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Page<Profile> page, String q, String path, List<Role> roles);
    }
}
