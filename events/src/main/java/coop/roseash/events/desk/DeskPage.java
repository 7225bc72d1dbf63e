package coop.roseash.events.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryDesk;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Where stewards begin: coming dates, drafts, and the ways to add to them.
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("steward")
public class DeskPage {
    private static final int SIZE = 30;

    private final Entries entries;
    private final EntryDesk desk;
    private final CurrentVisitor current;

    DeskPage(Entries entries, EntryDesk desk, CurrentVisitor current) {
        this.entries = entries;
        this.desk = desk;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("1") int page) {
        return Templates.show(desk.drafts(new PageRequest(1, SIZE)),
                entries.upcoming(current.visitor(), null, new PageRequest(page, SIZE)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Page<Entry> drafts, Page<EntryInstance> dates);
    }
}
