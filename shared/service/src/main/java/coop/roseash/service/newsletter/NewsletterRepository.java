package coop.roseash.service.newsletter;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.newsletter.Newsletters.Newsletter;
import coop.roseash.model.newsletter.NewsletterEntity;

@ApplicationScoped
class NewsletterRepository implements PanacheRepository<NewsletterEntity> {
    List<Newsletter> all() {
        return find("order by name").project(Newsletter.class).list();
    }

    Optional<Newsletter> bySlug(String slug) {
        return find("slug", slug).project(Newsletter.class).firstResultOptional();
    }

    Optional<Newsletter> byId(long id) {
        return find("id", id).project(Newsletter.class).firstResultOptional();
    }
}
