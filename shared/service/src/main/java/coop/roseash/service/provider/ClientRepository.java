package coop.roseash.service.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.provider.ClientEntity;

@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<ClientEntity, String> {
    Optional<ClientEntity> enabled(String id) {
        return findByIdOptional(id).filter(found -> found.disabledAt == null);
    }

    List<ClientEntity> all(PageRequest page) {
        return find("order by case kind when 'own' then 0 else 1 end, createdAt desc, id")
            .range(page.offset(), page.offset() + page.size())
            .list();
    }

    boolean setSecret(String id, String secretHash) {
        return update("secretHash = ?1 where id = ?2 and kind not in ('own', 'public')", secretHash, id) == 1;
    }

    boolean setDisabled(String id, @Nullable Instant at) {
        return update("disabledAt = ?1 where id = ?2 and kind <> 'own'", at, id) == 1;
    }
}
