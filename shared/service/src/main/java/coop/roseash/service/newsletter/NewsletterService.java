package coop.roseash.service.newsletter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.outbox.Outbox;

/// Newsletters in PostgreSQL; an issue is written with its recipients and sent from the outbox.
@ApplicationScoped
@Transactional
class NewsletterService implements Newsletters {
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_SLUG = 60;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;

    private final NewsletterRepository newsletters;
    private final IssueRepository issues;
    private final DeliveryRepository deliveries;
    private final Outbox outbox;
    private final Clock clock;

    NewsletterService(NewsletterRepository newsletters, IssueRepository issues, DeliveryRepository deliveries,
            Outbox outbox, Clock clock) {
        this.newsletters = newsletters;
        this.issues = issues;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<Newsletter> all() {
        return newsletters.all();
    }

    @Override
    public Optional<Newsletter> bySlug(String slug) {
        return newsletters.bySlug(slug);
    }

    @Override
    @RolesAllowed("editor")
    public OpenOutcome open(String slug, String name, String description) {
        if (!slug.matches(SLUG) || slug.length() > LONGEST_SLUG) {
            return new OpenOutcome.Invalid("slug", "Use small letters, digits and hyphens, like friday-letter");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return new OpenOutcome.Invalid("name", "Give it a name of at most 100 characters");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            return new OpenOutcome.Invalid("description", "Say it in at most 500 characters");
        }
        newsletters.getEntityManager()
            .createNativeQuery(
                    "insert into newsletters (slug, name, description, created_at) values (?1, ?2, ?3, ?4)"
                            + " on conflict (slug) do update set name = ?2, description = ?3")
            .setParameter(1, slug)
            .setParameter(2, name.strip())
            .setParameter(3, description.strip())
            .setParameter(4, clock.instant())
            .executeUpdate();
        return new OpenOutcome.Opened(newsletters.bySlug(slug).orElseThrow());
    }

    @Override
    @RolesAllowed("editor")
    public IssueOutcome send(Issue issue) {
        Optional<Newsletter> newsletter = newsletters.bySlug(issue.newsletterSlug());
        if (newsletter.isEmpty()) {
            return new IssueOutcome.UnknownNewsletter();
        }
        Optional<Long> id = issues.insert(issue, newsletter.get().id(), clock.instant());
        if (id.isEmpty()) {
            return new IssueOutcome.AlreadySent();
        }
        int recipients = deliveries.addRecipients(id.get(), newsletter.get().id());
        outbox.put(IssueSending.TOPIC, String.valueOf(id.get()), String.valueOf(id.get()));
        return new IssueOutcome.Queued(recipients);
    }
}
