package coop.roseash.service.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.signin.InvitationEntity;

@ApplicationScoped
class InvitationRepository implements PanacheRepository<InvitationEntity> {
    private static final String OPEN = "acceptedAt is null and revokedAt is null";

    /// Up to one row more than the page holds.
    List<InvitationEntity> newest(PageRequest request) {
        return find("order by id desc").range(request.offset(), request.offset() + request.size()).list();
    }

    Optional<InvitationEntity> open(long id) {
        return find("id = ?1 and " + OPEN, id).singleResultOptional();
    }

    Optional<InvitationEntity> usable(String tokenHash, Instant now) {
        return find("tokenHash = ?1 and expiresAt > ?2 and " + OPEN, tokenHash, now).singleResultOptional();
    }

    /// @return whether this was the first use, in time
    boolean accept(String tokenHash, Instant now) {
        return update("acceptedAt = ?1 where tokenHash = ?2 and expiresAt > ?1 and " + OPEN, now, tokenHash) == 1;
    }

    boolean revoke(long id, Instant now) {
        return update("revokedAt = ?1 where id = ?2 and " + OPEN, now, id) == 1;
    }

    /// An open invitation whose time is over makes room for a new one.
    void closeExpired(String email, Instant now) {
        update("revokedAt = ?1 where lower(email) = lower(?2) and expiresAt <= ?1 and " + OPEN, now, email);
    }

    boolean isOpen(String email) {
        return count("lower(email) = lower(?1) and " + OPEN, email) > 0;
    }
}
