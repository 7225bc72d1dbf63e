package coop.roseash.account.device;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.SignedInDevices;
import coop.roseash.contract.session.SignedInDevices.SignedInDevice;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The devices on which a member is signed in, to be signed out from here.
@Path("/devices")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DevicesPage {
    private static final int PAGE_SIZE = 20;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private final SignedInDevices devices;
    private final CurrentVisitor visitor;
    private final AuditLog audit;
    private final SiteSettings site;

    DevicesPage(SignedInDevices devices, CurrentVisitor visitor, AuditLog audit, SiteSettings site) {
        this.devices = devices;
        this.visitor = visitor;
        this.audit = audit;
        this.site = site;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") @Nullable Integer page,
            @QueryParam("ended") @Nullable Integer ended) {
        Member member = visitor.requireMember();
        PageRequest request = new PageRequest(page == null ? 1 : page, PAGE_SIZE);
        List<SignedInDevice> all = devices.of(member.id());
        List<SignedInDevice> rows = all.stream().skip(request.offset()).limit(request.size() + 1L).toList();
        return Templates.list(Page.of(rows, request).map(this::shown), all.size() > 1, ended == null ? 0 : ended);
    }

    @POST
    @Path("sign-out")
    public Response signOut(@FormParam("sid") @Nullable String sid, RoutingContext request) {
        Member member = visitor.requireMember();
        if (sid != null && devices.signOut(member.id(), sid)) {
            note(member, "one device", request);
            return back(1);
        }
        return back(0);
    }

    @POST
    @Path("sign-out-others")
    public Response signOutOthers(RoutingContext request) {
        Member member = visitor.requireMember();
        int ended = devices.signOutOthers(member.id(), here());
        note(member, ended + " other devices", request);
        return back(ended);
    }

    private String here() {
        return visitor.session().map(Session::sid).orElse("");
    }

    private Shown shown(SignedInDevice device) {
        return new Shown(device.sid(), BrowserName.of(device.device().browser()), device.device().place(),
                when(device.startedAt()), when(device.seenAt()),
                device.apps().stream().map(AppName::id).sorted().collect(Collectors.joining(", ")),
                device.sid().equals(here()));
    }

    private String when(Instant time) {
        return WHEN.format(time.atZone(site.zone()));
    }

    private void note(Member member, String what, RoutingContext request) {
        audit.note(new AuditLog.Entry(AuditLog.Kind.DEVICE_SIGNED_OUT, member.id(), null,
                request.request().remoteAddress().hostAddress(), what));
    }

    private static Response back(int ended) {
        return Response.seeOther(URI.create("/devices?ended=" + ended)).build();
    }

    /// @param here whether it is the one that looks
    record Shown(String sid, String name, String place, String since, String seen, String apps, boolean here) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Shown> page, boolean several, int ended);
    }
}
