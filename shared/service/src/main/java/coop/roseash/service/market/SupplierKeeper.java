package coop.roseash.service.market;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.market.Supplier;
import coop.roseash.contract.market.Suppliers;

/// Keeps the suppliers.
@ApplicationScoped
class SupplierKeeper implements Suppliers, PanacheRepository<coop.roseash.model.market.Supplier> {
    private final Clock clock;

    SupplierKeeper(Clock clock) {
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Supplier> bySlug(String slug) {
        return find("slug", slug).project(Supplier.class).firstResultOptional();
    }

    @Override
    @Transactional
    public Supplier keep(String slug, String name, String website, String about) {
        getEntityManager().createNativeQuery("""
                INSERT INTO suppliers (slug, name, website, about, created_at)
                VALUES (:slug, :name, :website, :about, :now) ON CONFLICT (slug) DO NOTHING""")
            .setParameter("slug", slug)
            .setParameter("name", name)
            .setParameter("website", website)
            .setParameter("about", about)
            .setParameter("now", clock.instant())
            .executeUpdate();
        return bySlug(slug).orElseThrow();
    }
}
