package coop.roseash.service.market;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.market.Prices;
import coop.roseash.contract.money.Money;
import coop.roseash.model.market.PriceChange;
import coop.roseash.model.market.ProductVariant;

/// Changes prices, each with a row of history.
@ApplicationScoped
class PriceKeeper implements Prices {
    private static final int LONGEST_HISTORY = 100;
    private static final long HIGHEST_MINOR = 100_000_00L;

    private final EntityManager entities;
    private final FragmentChanges fragments;
    private final Clock clock;

    PriceKeeper(EntityManager entities, FragmentChanges fragments, Clock clock) {
        this.entities = entities;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Change> history(long variantId, int limit) {
        return entities
            .createQuery("from PriceChange where variantId = :variant order by id desc", PriceChange.class)
            .setParameter("variant", variantId)
            .setMaxResults(Math.clamp(limit, 1, LONGEST_HISTORY))
            .getResultStream()
            .map(PriceKeeper::change)
            .toList();
    }

    @Override
    @Transactional
    @RolesAllowed("shopkeeper")
    public ChangeOutcome change(long variantId, Money price, String cause) {
        ProductVariant variant = entities.find(ProductVariant.class, variantId, LockModeType.PESSIMISTIC_WRITE);
        if (variant == null) {
            return new ChangeOutcome.Unknown();
        }
        Money old = Money.of(variant.priceMinor, variant.currency);
        if (!price.currency().equals(old.currency())) {
            return new ChangeOutcome.Refused("The price must be in " + old.currency() + ".");
        }
        if (price.minor() < 1 || price.minor() > HIGHEST_MINOR) {
            return new ChangeOutcome.Refused(
                    "The price must be between " + new Money(1, old.currency()) + " and "
                            + new Money(HIGHEST_MINOR, old.currency()) + ".");
        }
        if (price.equals(old)) {
            return new ChangeOutcome.Same();
        }
        variant.priceMinor = price.minor();
        write(variantId, old, price, cause);
        fragments.changed("product-card");
        return new ChangeOutcome.Changed(price);
    }

    /// Writes one step of history, in the caller's transaction.
    void write(long variantId, @Nullable Money old, Money price, String cause) {
        PriceChange change = new PriceChange();
        change.variantId = variantId;
        change.oldMinor = old == null ? null : old.minor();
        change.newMinor = price.minor();
        change.currency = price.currency().getCurrencyCode();
        change.cause = cause;
        change.changedAt = clock.instant();
        entities.persist(change);
    }

    private static Change change(PriceChange row) {
        Money old = row.oldMinor == null ? null : Money.of(row.oldMinor, row.currency);
        return new Change(old, Money.of(row.newMinor, row.currency), row.cause, row.changedAt);
    }
}
