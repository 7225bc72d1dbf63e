package coop.roseash.service.blog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Menus;
import coop.roseash.model.blog.MenuEntry;

/// Keeps the navigation trees; siblings are numbered from 0 in their order.
@ApplicationScoped
class MenuEditor implements Menus {
    private static final int LABEL_LENGTH = 60;
    private static final int ADDRESS_LENGTH = 500;
    private static final int ENTRIES = 60;
    private static final Pattern WEB = Pattern.compile("https?://\\S+");
    private static final Pattern PATH = Pattern.compile("/(?!/)\\S*");

    private final EntityManager entities;
    private final AppLinks links;
    private final Changes changes;

    MenuEditor(EntityManager entities, AppLinks links, Changes changes) {
        this.entities = entities;
        this.links = links;
        this.changes = changes;
    }

    @Override
    public List<Entry> of(Place place) {
        Map<Long, List<Row>> byParent = new LinkedHashMap<>();
        entities.createQuery("""
                select m.id, coalesce(m.parentId, 0), m.label, m.address from MenuEntry m
                where m.place = :place order by m.position, m.id""", Row.class)
            .setParameter("place", place)
            .setMaxResults(ENTRIES)
            .getResultStream()
            .forEach(row -> byParent.computeIfAbsent(row.parentId, each -> new ArrayList<>()).add(row));
        return entries(byParent, 0L);
    }

    private List<Entry> entries(Map<Long, List<Row>> byParent, long parent) {
        return byParent.getOrDefault(parent, List.of())
            .stream()
            .map(row -> new Entry(row.id, row.label, row.address, links.absolute(row.address),
                    entries(byParent, row.id)))
            .toList();
    }

    @Override
    @Transactional
    @RolesAllowed("editor")
    public ChangeOutcome add(Place place, @Nullable Long parentId, String label, String address) {
        Optional<ChangeOutcome> refusal = refusal(label, address);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<MenuEntry> rows = rows(place, LockModeType.PESSIMISTIC_WRITE);
        if (rows.size() >= ENTRIES) {
            return new ChangeOutcome.Refused("label", "A menu holds at most " + ENTRIES + " entries.");
        }
        Long parent = rows.stream()
            .filter(row -> row.id.equals(parentId) && row.parentId == null)
            .map(row -> row.id)
            .findFirst()
            .orElse(null);
        MenuEntry entry = new MenuEntry();
        entry.place = place;
        entry.parentId = parent;
        entry.position = rows.size();
        entry.label = label.strip();
        entry.address = address.strip();
        entities.persist(entry);
        changes.navigation();
        return new ChangeOutcome.Changed(entry.id);
    }

    @Override
    @Transactional
    @RolesAllowed("editor")
    public ChangeOutcome change(long id, String label, String address) {
        Optional<ChangeOutcome> refusal = refusal(label, address);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        entities.createQuery("update MenuEntry m set m.label = :label, m.address = :address where m.id = :id")
            .setParameter("label", label.strip())
            .setParameter("address", address.strip())
            .setParameter("id", id)
            .executeUpdate();
        changes.navigation();
        return new ChangeOutcome.Changed(id);
    }

    @Override
    @Transactional
    @RolesAllowed("editor")
    public void remove(long id) {
        entities.createQuery("delete from MenuEntry m where m.parentId = :id").setParameter("id", id).executeUpdate();
        entities.createQuery("delete from MenuEntry m where m.id = :id").setParameter("id", id).executeUpdate();
        changes.navigation();
    }

    @Override
    @Transactional
    @RolesAllowed("editor")
    public void move(long id, Direction direction) {
        MenuEntry entry = entities.find(MenuEntry.class, id);
        if (entry == null) {
            return;
        }
        List<MenuEntry> siblings = siblings(entry);
        int from = siblings.indexOf(entry);
        int to = Math.clamp(from + (direction == Direction.UP ? -1 : 1), 0, siblings.size() - 1);
        siblings.add(to, siblings.remove(from));
        number(siblings);
        changes.navigation();
    }

    @Override
    @Transactional
    @RolesAllowed("editor")
    public void nest(long id, boolean under) {
        MenuEntry entry = entities.find(MenuEntry.class, id);
        if (entry == null || under == (entry.parentId != null)) {
            return;
        }
        if (under) {
            List<MenuEntry> siblings = siblings(entry);
            int index = siblings.indexOf(entry);
            boolean hasChildren = rows(entry.place, LockModeType.NONE).stream()
                .anyMatch(row -> Objects.equals(row.parentId, entry.id));
            if (index == 0 || hasChildren) {
                return;
            }
            entry.parentId = siblings.get(index - 1).id;
            entry.position = ENTRIES;
        } else {
            MenuEntry parent = entities.find(MenuEntry.class, entry.parentId);
            entry.parentId = null;
            List<MenuEntry> siblings = siblings(parent);
            siblings.remove(entry);
            siblings.add(siblings.indexOf(parent) + 1, entry);
            number(siblings);
        }
        changes.navigation();
    }

    private List<MenuEntry> rows(Place place, LockModeType lock) {
        return entities
            .createQuery("from MenuEntry m where m.place = :place order by m.position, m.id", MenuEntry.class)
            .setParameter("place", place)
            .setMaxResults(ENTRIES)
            .setLockMode(lock)
            .getResultList();
    }

    private List<MenuEntry> siblings(MenuEntry entry) {
        return new ArrayList<>(rows(entry.place, LockModeType.PESSIMISTIC_WRITE).stream()
            .filter(row -> Objects.equals(row.parentId, entry.parentId))
            .toList());
    }

    private static void number(List<MenuEntry> siblings) {
        for (int i = 0; i < siblings.size(); i++) {
            siblings.get(i).position = i;
        }
    }

    private static Optional<ChangeOutcome> refusal(String label, String address) {
        if (label.isBlank() || label.length() > LABEL_LENGTH) {
            return Optional
                .of(new ChangeOutcome.Refused("label", "Give it a name of up to " + LABEL_LENGTH + " characters."));
        }
        String plain = address.strip();
        boolean known = AppLinks.isOne(plain) || WEB.matcher(plain).matches()
                || PATH.matcher(plain).matches();
        if (!known || plain.length() > ADDRESS_LENGTH) {
            return Optional.of(new ChangeOutcome.Refused("address",
                    "Write an address such as /about, market:/ or https://example.org."));
        }
        return Optional.empty();
    }

    /// @param parentId 0 on the first level
    record Row(Long id, Long parentId, String label, String address) {}
}
