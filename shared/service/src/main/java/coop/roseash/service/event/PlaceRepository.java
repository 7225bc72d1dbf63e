package coop.roseash.service.event;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.Place;
import coop.roseash.model.event.PlaceRow;

/// Places by name and address.
@ApplicationScoped
class PlaceRepository implements PanacheRepository<PlaceRow> {
    /// Makes the place where it is new; null for a place without a name.
    @Nullable
    Long idOf(Place place) {
        if (place.name().isEmpty()) {
            return null;
        }
        getEntityManager()
            .createNativeQuery("INSERT INTO places (name, address) VALUES (:name, :address) ON CONFLICT DO NOTHING")
            .setParameter("name", place.name())
            .setParameter("address", place.address())
            .executeUpdate();
        return find("name = ?1 and address = ?2", place.name(), place.address()).singleResult().id;
    }

    @Nullable
    Place byId(@Nullable Long id) {
        PlaceRow row = id == null ? null : findById(id);
        return row == null ? null : new Place(row.name, row.address);
    }
}
