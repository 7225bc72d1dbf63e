package coop.roseash.events.programme;

import java.util.Date;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.event.CalendarFeeds;
import coop.roseash.contract.event.CalendarFeeds.Feed;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Calendars and entries as iCalendar files (RFC 5545), with conditional requests.
@Path("/")
@RunOnVirtualThread
public class FeedResource {
    private static final String TYPE = "text/calendar;charset=utf-8";

    private final CalendarFeeds feeds;
    private final CurrentVisitor current;

    FeedResource(CalendarFeeds feeds, CurrentVisitor current) {
        this.feeds = feeds;
        this.current = current;
    }

    @GET
    @Path("calendars/{slug: [a-z0-9-]+}.ics")
    public Response calendar(String slug, @Context Request request) {
        return answer(feeds.ofCalendar(slug, current.visitor()), slug, request);
    }

    @GET
    @Path("entries/{slug: [^/.]+}.ics")
    public Response entry(String slug, @Context Request request) {
        return answer(feeds.ofEntry(slug, current.visitor()), slug, request);
    }

    private static Response answer(Optional<Feed> found, String slug, Request request) {
        Feed feed = found.orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(feed.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        return Response.ok(feed.text(), TYPE)
            .tag(tag)
            .lastModified(Date.from(feed.changedAt()))
            .header("Content-Disposition", "inline; filename=\"" + slug.replaceAll("[^a-z0-9-]", "") + ".ics\"")
            .build();
    }
}
