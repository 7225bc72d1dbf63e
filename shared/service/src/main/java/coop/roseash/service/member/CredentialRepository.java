package coop.roseash.service.member;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.model.member.CredentialEntity;

@ApplicationScoped
class CredentialRepository implements PanacheRepository<CredentialEntity> {
    static final String PASSWORD = "password";

    Optional<String> password(long memberId) {
        return find("memberId = ?1 and kind = ?2", memberId, PASSWORD).singleResultOptional()
            .map(found -> found.secret);
    }

    boolean forgetPassword(long memberId) {
        return delete("memberId = ?1 and kind = ?2", memberId, PASSWORD) == 1;
    }

    void keepPassword(long memberId, String hash, Instant now) {
        int changed = update("secret = ?1, changedAt = ?2 where memberId = ?3 and kind = ?4", hash, now, memberId,
                PASSWORD);
        if (changed == 0) {
            CredentialEntity credential = new CredentialEntity();
            credential.memberId = memberId;
            credential.kind = PASSWORD;
            credential.secret = hash;
            credential.createdAt = now;
            credential.changedAt = now;
            persist(credential);
        }
    }
}
