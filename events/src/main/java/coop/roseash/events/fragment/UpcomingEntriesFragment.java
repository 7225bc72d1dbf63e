package coop.roseash.events.fragment;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// The next dates of one calendar or all: `calendar`, `limit` (at most 12).
@Path("/internal/fragments/upcoming-entries")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(60)
public class UpcomingEntriesFragment {
    private static final int MOST = 12;

    private final Entries entries;
    private final Addresses addresses;

    UpcomingEntriesFragment(Entries entries, Addresses addresses) {
        this.entries = entries;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String calendar, @RestQuery @DefaultValue("3") int limit) {
        String slug = calendar == null || calendar.isBlank() ? null : calendar;
        List<EntryInstance> dates = entries
            .upcoming(new Visitor.Guest(""), slug, new PageRequest(1, Math.clamp(limit, 1, MOST)))
            .items();
        if (dates.isEmpty()) {
            throw new NotFoundException();
        }
        return Templates.show(dates, addresses.origin(AppName.EVENTS));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<EntryInstance> dates, String origin);
    }
}
