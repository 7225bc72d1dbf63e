package coop.roseash.account.dashboard;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.contract.newsletter.Subscriptions.Choices;
import coop.roseash.infrastructure.fragment.FragmentRequest;
import coop.roseash.infrastructure.fragment.PageFragments;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What a member has going on; a guest reads what an account is good for.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DashboardPage {
    private static final FragmentRequest ORDERS = FragmentRequest.of("account-orders").forMember();
    private static final FragmentRequest TICKETS = FragmentRequest.of("account-tickets").forMember();
    private static final FragmentRequest BOOKINGS = FragmentRequest.of("account-bookings").forMember();
    private static final FragmentRequest NOTES = FragmentRequest.of("latest-notes").forMember();

    private final CurrentVisitor visitor;
    private final PageFragments fragments;
    private final Subscriptions subscriptions;

    /// The parts of the page that other apps lend.
    record Sections(FragmentRequest tickets, FragmentRequest bookings, FragmentRequest orders, FragmentRequest notes) {}

    DashboardPage(CurrentVisitor visitor, PageFragments fragments, Subscriptions subscriptions) {
        this.visitor = visitor;
        this.fragments = fragments;
        this.subscriptions = subscriptions;
    }

    @GET
    public TemplateInstance show() {
        Optional<Member> member = visitor.member();
        if (member.isEmpty()) {
            return Templates.guest();
        }
        fragments.want(ORDERS, TICKETS, BOOKINGS, NOTES);
        return Templates.show(
                member.get(),
                new Sections(TICKETS, BOOKINGS, ORDERS, NOTES),
                subscriptions.of(member.get()));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Member member, Sections sections, Choices newsletters);

        static native TemplateInstance guest();
    }
}
