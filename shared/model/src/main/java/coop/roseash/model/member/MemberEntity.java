package coop.roseash.model.member;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import org.hibernate.annotations.BatchSize;

/// One person of the cooperative.
@Entity
@Table(name = "members")
public class MemberEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "subject", nullable = false, updatable = false)
    public String subject;
    @Column(name = "handle", nullable = false, updatable = false)
    public String handle;
    @Column(name = "display_name", nullable = false)
    public String displayName;
    @Column(name = "email", nullable = false)
    public String email;
    @Column(name = "bio", nullable = false)
    public String bio;
    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;
    @Column(name = "suspended_at")
    public Instant suspendedAt;
    @ElementCollection
    @CollectionTable(name = "member_roles", joinColumns = @JoinColumn(name = "member_id"))
    @Column(name = "role", nullable = false)
    @BatchSize(size = 200)
    public Set<String> roles = new HashSet<>();
}
