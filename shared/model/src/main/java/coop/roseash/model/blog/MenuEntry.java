package coop.roseash.model.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Menus;

/// One entry of the site navigation.
@Entity
@Table(name = "menu_entries")
public class MenuEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "place", nullable = false)
    public Menus.Place place;
    @Column(name = "parent_id")
    public @Nullable Long parentId;
    @Column(name = "position", nullable = false)
    public int position;
    @Column(name = "label", nullable = false)
    public String label;
    @Column(name = "address", nullable = false)
    public String address;
}
