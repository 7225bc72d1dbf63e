package coop.roseash.service.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog.Filter;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.model.provider.AuditEntity;

@ApplicationScoped
class AuditRepository implements PanacheRepository<AuditEntity> {
    /// Up to one row more than the page holds.
    List<AuditEntity> search(Filter filter, PageRequest request) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        Kind kind = filter.kind();
        add("kind = :kind", "kind", kind == null ? null : kind.id(), conditions, values);
        add("memberId = :member", "member", filter.memberId(), conditions, values);
        add("at >= :from", "from", filter.from(), conditions, values);
        add("at < :until", "until", filter.until(), conditions, values);
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return find(where + "order by id desc", values).range(request.offset(), request.offset() + request.size())
            .list();
    }

    private static void add(String condition, String name, @Nullable Object value, List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
