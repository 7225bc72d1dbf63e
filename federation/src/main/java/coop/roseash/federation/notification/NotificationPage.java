package coop.roseash.federation.notification;

import java.net.URI;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Notification;
import coop.roseash.contract.activity.Notifications;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The member's notifications.
@Path("/notifications")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NotificationPage {
    private static final int SIZE = 20;

    private final Notifications notifications;
    private final CurrentVisitor visitor;

    NotificationPage(Notifications notifications, CurrentVisitor visitor) {
        this.notifications = notifications;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") @DefaultValue("1") int page) {
        Member member = visitor.requireMember();
        return Templates.list(notifications.of(member.id(), new PageRequest(page, SIZE)),
                notifications.unread(member.id()));
    }

    @POST
    @Path("/read")
    public Response read() {
        notifications.markAllRead(visitor.requireMember().id());
        return Response.seeOther(URI.create("/notifications")).build();
    }

    @TemplateExtension
    static String words(Notification notification) {
        return switch (notification.kind()) {
            case FOLLOW -> "follows you";
            case MENTION -> "mentioned you";
            case REPLY -> "answered you";
            case LIKE -> "likes your note";
            case BOOST -> "boosted your note";
        };
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Notification> notifications, long unread);
    }
}
