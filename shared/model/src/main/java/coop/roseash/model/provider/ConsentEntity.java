package coop.roseash.model.provider;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What a member allowed an application of others.
@Entity
@Table(name = "oauth_consents")
@IdClass(ConsentEntity.Key.class)
public class ConsentEntity {
    @Id
    @Column(name = "member_id")
    public long memberId;
    @Id
    @Column(name = "client_id")
    public String clientId;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "scopes", nullable = false, columnDefinition = "text[]")
    public List<String> scopes;
    @Column(name = "granted_at", nullable = false)
    public Instant grantedAt;

    /// One member and one application.
    public record Key(long memberId, String clientId) implements Serializable {}
}
