package coop.roseash.model.provider;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An application that may ask federation who its visitor is.
@Entity
@Table(name = "oauth_clients")
public class ClientEntity {
    @Id
    public String id;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "kind", nullable = false)
    public String kind;
    /// Null where the client keeps no secret.
    @Column(name = "secret_hash")
    public @Nullable String secretHash;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "redirect_uris", nullable = false, columnDefinition = "text[]")
    public List<String> redirectUris;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "post_logout_uris", nullable = false, columnDefinition = "text[]")
    public List<String> postLogoutUris;
    @Column(name = "backchannel_uri")
    public @Nullable String backchannelUri;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "scopes", nullable = false, columnDefinition = "text[]")
    public List<String> scopes;
    @Column(name = "id_token_alg", nullable = false)
    public String idTokenAlgorithm;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "disabled_at")
    public @Nullable Instant disabledAt;
}
