package coop.roseash.model.provider;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// A link that counts once: it signs its reader in, makes them a member first, or changes their address.
@Entity
@Table(name = "mail_links")
public class MailLinkEntity {
    @Id
    @Column(name = "token_hash")
    public String tokenHash;
    @Column(name = "purpose", nullable = false)
    public String purpose;
    @Column(name = "member_id")
    public @Nullable Long memberId;
    @Column(name = "email", nullable = false)
    public String email;
    @Column(name = "handle")
    public @Nullable String handle;
    @Column(name = "display_name")
    public @Nullable String displayName;
    @Column(name = "return_to", nullable = false)
    public String returnTo;
    @Column(name = "browser_hash", nullable = false)
    public String browserHash;
    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;
    @Column(name = "used_at")
    public @Nullable Instant usedAt;
}
