package coop.roseash.federation.fragment;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Timelines;
import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// The newest public notes, for a small list on another app's page: `count=3`.
@Path("/internal/fragments/latest-notes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(30)
public class LatestNotesFragment {
    private static final int MOST = 10;

    private final Timelines timelines;
    private final Addresses addresses;

    LatestNotesFragment(Timelines timelines, Addresses addresses) {
        this.timelines = timelines;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance notes(@QueryParam("count") @DefaultValue("3") int count) {
        return Templates.notes(timelines.latest(Math.clamp(count, 1, MOST)), addresses.origin(AppName.FEDERATION));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance notes(List<Note> notes, String origin);
    }
}
