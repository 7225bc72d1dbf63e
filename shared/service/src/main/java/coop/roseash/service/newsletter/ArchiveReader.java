package coop.roseash.service.newsletter;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.newsletter.NewsletterArchive;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.newsletter.NewsletterDeliveryEntity.State;
import coop.roseash.model.newsletter.NewsletterIssueEntity;

/// The issues in PostgreSQL.
@ApplicationScoped
@Transactional
class ArchiveReader implements NewsletterArchive {
    private final IssueRepository issues;
    private final NewsletterRepository newsletters;
    private final DeliveryRepository deliveries;

    ArchiveReader(IssueRepository issues, NewsletterRepository newsletters, DeliveryRepository deliveries) {
        this.issues = issues;
        this.newsletters = newsletters;
        this.deliveries = deliveries;
    }

    @Override
    public Page<IssueSummary> issues(String newsletterSlug, PageRequest request) {
        return Page.of(issues.newest(newsletterSlug, request), request);
    }

    @Override
    public Optional<SentIssue> issue(long id) {
        return issues.findByIdOptional(id).map(this::sent);
    }

    @Override
    public Optional<Progress> progress(long id) {
        if (issues.findByIdOptional(id).isEmpty()) {
            return Optional.empty();
        }
        Map<State, Integer> counts = deliveries.count(id);
        int recipients = counts.values().stream().mapToInt(Integer::intValue).sum();
        return Optional.of(
                new Progress(recipients, counts.getOrDefault(State.SENT, 0), counts.getOrDefault(State.SKIPPED, 0)));
    }

    private SentIssue sent(NewsletterIssueEntity issue) {
        return new SentIssue(
                issue.id,
                newsletters.byId(issue.newsletterId).orElseThrow(),
                issue.subject,
                issue.html,
                URI.create(issue.page),
                issue.createdAt);
    }
}
