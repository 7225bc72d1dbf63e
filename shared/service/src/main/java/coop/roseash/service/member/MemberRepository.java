package coop.roseash.service.member;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.member.MemberEntity;

@ApplicationScoped
class MemberRepository implements PanacheRepository<MemberEntity> {
    private static final String WITH_ROLES = "from MemberEntity m left join fetch m.roles where ";

    boolean isEmpty() {
        return getEntityManager().createNativeQuery("SELECT 1 FROM members LIMIT 1").getResultList().isEmpty();
    }

    Optional<MemberEntity> byId(long id) {
        return find(WITH_ROLES + "m.id = ?1", id).singleResultOptional();
    }

    Optional<MemberEntity> activeById(long id) {
        return find(WITH_ROLES + "m.id = ?1 and m.suspendedAt is null", id).singleResultOptional();
    }

    List<MemberEntity> byIds(Collection<Long> ids) {
        return list("from MemberEntity m left join fetch m.roles where m.id in ?1 order by m.handle", ids);
    }

    Optional<MemberEntity> bySubject(String subject) {
        return find(WITH_ROLES + "m.subject = ?1", subject).singleResultOptional();
    }

    Optional<MemberEntity> byHandle(String handle) {
        return find(WITH_ROLES + "m.handle = ?1", handle).singleResultOptional();
    }

    Optional<MemberEntity> byEmail(String email) {
        return find(WITH_ROLES + "lower(m.email) = ?1", email.strip().toLowerCase(Locale.ROOT)).singleResultOptional();
    }

    /// Up to one row more than the page holds.
    List<MemberEntity> search(String text, PageRequest request) {
        return find("lower(displayName || ' ' || handle || ' ' || email) like ?1 escape '!' order by handle",
                "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%")
            .range(request.offset(), request.offset() + request.size())
            .list();
    }

    /// Locks the admins who may sign in, so that of two who take each other's role one has to wait and see.
    @SuppressWarnings("unchecked")
    List<Long> lockAdmins() {
        return getEntityManager().createNativeQuery("""
                SELECT m.id FROM members m JOIN member_roles r ON r.member_id = m.id
                WHERE r.role = 'admin' AND m.suspended_at IS NULL ORDER BY m.id FOR UPDATE OF m""", Long.class)
            .getResultList();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
