package coop.roseash.account.profile;

import java.net.URI;
import java.util.Map;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What others read about a member, for them to change.
@Path("/profile")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProfilePage {
    private static final int BAD_REQUEST = 400;

    private final CurrentVisitor visitor;
    private final Members members;

    ProfilePage(CurrentVisitor visitor, Members members) {
        this.visitor = visitor;
        this.members = members;
    }

    @GET
    public TemplateInstance show(@QueryParam("saved") @Nullable String saved) {
        Member member = visitor.requireMember();
        return Templates.show(member, member.displayName(), saved != null, Map.of());
    }

    @POST
    public Response save(@FormParam("displayName") @Nullable String displayName) {
        Member member = visitor.requireMember();
        String name = displayName == null ? "" : displayName;
        if (members.rename(member.id(), name)) {
            return Response.seeOther(URI.create("/profile?saved=yes")).build();
        }
        Map<String, String> errors = Map.of("displayName", "Write a name of 1 to 80 characters");
        return Response.status(BAD_REQUEST).entity(Templates.show(member, name, false, errors)).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Member member, String displayName, boolean saved,
                Map<String, String> errors);
    }
}
