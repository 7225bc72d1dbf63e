package coop.roseash.federation.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Timelines;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The member's own timeline, and that of the whole cooperative, which guests see first.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TimelinePage {
    private static final int SIZE = 20;
    private static final List<AppName> SPEAKING = List.of(AppName.FEDERATION, AppName.BLOG, AppName.EVENTS,
            AppName.MARKET);

    private final Timelines timelines;
    private final CurrentVisitor visitor;

    TimelinePage(Timelines timelines, CurrentVisitor visitor) {
        this.timelines = timelines;
        this.visitor = visitor;
    }

    /// A tab of the cooperative's timeline.
    ///
    /// @param app empty for all
    record Choice(String app, String label, boolean chosen) {}

    @GET
    public TemplateInstance home(@QueryParam("page") @DefaultValue("1") int page) {
        Optional<Member> member = visitor.member();
        return member.isPresent()
                ? Templates.home(timelines.home(member.get().id(), new PageRequest(page, SIZE)))
                : local("", page);
    }

    @GET
    @Path("/timeline/local")
    public TemplateInstance local(@QueryParam("app") @Nullable String app,
            @QueryParam("page") @DefaultValue("1") int page) {
        AppName chosen = SPEAKING.stream().filter(each -> each.id().equals(app)).findFirst().orElse(null);
        Long reader = visitor.member().map(Member::id).orElse(null);
        Page<Note> notes = timelines.local(chosen, reader, new PageRequest(page, SIZE));
        String path = chosen == null ? "/timeline/local" : "/timeline/local?app=" + chosen.id();
        return Templates.local(notes, choices(chosen), path, reader != null);
    }

    private static List<Choice> choices(@Nullable AppName chosen) {
        Choice all = new Choice("", "Everything", chosen == null);
        List<Choice> apps = SPEAKING.stream().map(app -> new Choice(app.id(), label(app), app == chosen)).toList();
        return Stream.concat(Stream.of(all), apps.stream()).toList();
    }

    private static String label(AppName app) {
        return switch (app) {
            case FEDERATION -> "Members";
            case BLOG -> "Blog";
            case EVENTS -> "Events";
            case MARKET -> "Market";
            case CART, ACCOUNT -> app.id();
        };
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(Page<Note> notes);

        static native TemplateInstance local(Page<Note> notes, List<Choice> choices, String path, boolean signedIn);
    }
}
