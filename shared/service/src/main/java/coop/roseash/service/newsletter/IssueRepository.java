package coop.roseash.service.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.newsletter.NewsletterArchive.IssueSummary;
import coop.roseash.contract.newsletter.Newsletters.Issue;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.newsletter.NewsletterIssueEntity;

@ApplicationScoped
class IssueRepository implements PanacheRepository<NewsletterIssueEntity> {
    /// Empty when there is an issue of this key already.
    Optional<Long> insert(Issue issue, long newsletterId, Instant now) {
        List<?> ids = getEntityManager()
            .createNativeQuery(
                    "insert into newsletter_issues (issue_key, newsletter_id, subject, html, page, created_at)"
                            + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (issue_key) do nothing returning id",
                    Long.class)
            .setParameter(1, issue.key())
            .setParameter(2, newsletterId)
            .setParameter(3, issue.subject())
            .setParameter(4, issue.html())
            .setParameter(5, issue.page().toString())
            .setParameter(6, now)
            .getResultList();
        return ids.stream().map(Long.class::cast).findFirst();
    }

    /// Up to one more than the page holds, newest first.
    List<IssueSummary> newest(String newsletterSlug, PageRequest request) {
        return getEntityManager()
            .createQuery(
                    "select new " + IssueSummary.class.getName() + "(i.id, i.subject, i.createdAt)"
                            + " from NewsletterIssueEntity i, NewsletterEntity n"
                            + " where i.newsletterId = n.id and n.slug = ?1 order by i.createdAt desc, i.id desc",
                    IssueSummary.class)
            .setParameter(1, newsletterSlug)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
    }
}
