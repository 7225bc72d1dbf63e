package coop.roseash.service.newsletter;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.newsletter.NewsletterSuppressionEntity;

@ApplicationScoped
class SuppressionRepository implements PanacheRepositoryBase<NewsletterSuppressionEntity, String> {
    boolean contains(String email) {
        return count("email", email) > 0;
    }

    void add(String email, String reason, Instant now) {
        getEntityManager()
            .createNativeQuery(
                    "insert into newsletter_suppressions (email, reason, created_at) values (?1, ?2, ?3)"
                            + " on conflict (email) do nothing")
            .setParameter(1, email)
            .setParameter(2, reason)
            .setParameter(3, now)
            .executeUpdate();
    }
}
