package coop.roseash.federation.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Filter;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.provider.AuditLog.Line;

/// What happened to accounts, sessions and keys, for an admin to look through.
@Path("/admin/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditPage {
    private static final int PAGE_SIZE = 50;
    private static final long NOBODY = -1;

    private final AuditLog log;
    private final Members members;
    private final SiteSettings site;

    AuditPage(AuditLog log, Members members, SiteSettings site) {
        this.log = log;
        this.members = members;
        this.site = site;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String kind, @RestQuery @Nullable String member,
            @RestQuery @Nullable String from, @RestQuery @Nullable String until, @RestQuery @Nullable Integer page) {
        Choice choice = new Choice(text(kind), text(member), text(from), text(until));
        Page<Line> lines = log.search(filter(choice), new PageRequest(page == null ? 1 : page, PAGE_SIZE));
        return Templates.list(lines.map(named(lines.items())), choice, Arrays.asList(Kind.values()));
    }

    /// A name that nobody has finds nothing, and a day that is none is no limit.
    private Filter filter(Choice choice) {
        Kind kind = Arrays.stream(Kind.values()).filter(it -> it.id().equals(choice.kind())).findFirst().orElse(null);
        Long member = choice.member().isEmpty()
                ? null
                : members.byHandle(choice.handle()).map(Member::id).orElse(NOBODY);
        return new Filter(kind, member, startOf(choice.from(), 0), startOf(choice.until(), 1));
    }

    private @Nullable Instant startOf(String day, int daysLater) {
        try {
            return day.isEmpty()
                    ? null
                    : LocalDate.parse(day).plusDays(daysLater).atStartOfDay(site.zone()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Function<Line, Shown> named(List<Line> lines) {
        Map<Long, String> handles = members.byIds(lines.stream().map(Line::memberId).filter(Objects::nonNull).toList())
            .stream()
            .collect(Collectors.toMap(Member::id, Member::handle));
        return line -> new Shown(line, Optional.ofNullable(line.memberId()).map(handles::get).orElse(""));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /// What the admin wants to see, as typed.
    record Choice(String kind, String member, String from, String until) {
        String handle() {
            return member.startsWith("@") ? member.substring(1) : member;
        }

        /// The address of the list without its page.
        public String path() {
            return new AdminAddress("/admin/audit").with("kind", kind)
                .with("member", member)
                .with("from", from)
                .with("until", until)
                .toString();
        }
    }

    /// @param handle the member's, or empty
    record Shown(Line line, String handle) {
        public String what() {
            return line.kind().replace('-', ' ');
        }
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Page<Shown> page, Choice choice, List<Kind> kinds);
    }
}
