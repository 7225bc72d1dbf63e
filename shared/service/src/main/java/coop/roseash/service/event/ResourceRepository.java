package coop.roseash.service.event;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.Resource;
import coop.roseash.model.event.ResourceRow;

/// What can be booked.
@ApplicationScoped
class ResourceRepository implements PanacheRepository<ResourceRow> {
    private static final int MOST = 200;

    List<Resource> all() {
        return find("order by kind, name, id").page(0, MOST).stream().map(ResourceRepository::toResource).toList();
    }

    Optional<Resource> bySlug(String slug) {
        return find("slug", slug).firstResultOptional().map(ResourceRepository::toResource);
    }

    Resource save(Resource resource, @Nullable Long placeId) {
        ResourceRow row = find("slug", resource.slug()).firstResultOptional().orElseGet(ResourceRow::new);
        row.slug = resource.slug();
        row.name = resource.name();
        row.description = resource.description();
        row.kind = resource.kind();
        row.placeId = placeId;
        row.zone = resource.zone();
        row.opens = resource.opens();
        row.closes = resource.closes();
        row.slotMinutes = resource.slotMinutes();
        persistAndFlush(row);
        return toResource(row);
    }

    private static Resource toResource(ResourceRow row) {
        return new Resource(row.id, row.slug, row.name, row.description, row.kind, row.zone, row.opens, row.closes,
                row.slotMinutes);
    }
}
