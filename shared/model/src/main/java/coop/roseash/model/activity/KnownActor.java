package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// An actor, local or of another server; a local one has an app, and a member unless it is the app itself.
@Entity
@Table(name = "ap_actor")
public class KnownActor {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    public Long id;
    @Column(name = "uri", nullable = false)
    public String uri;
    @Column(name = "type", nullable = false)
    public String type;
    @Column(name = "handle", nullable = false)
    public String handle;
    @Column(name = "host", nullable = false)
    public String host;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "summary", nullable = false)
    public String summary;
    @Column(name = "page", nullable = false)
    public String page;
    @Column(name = "inbox", nullable = false)
    public String inbox;
    @Column(name = "shared_inbox")
    public @Nullable String sharedInbox;
    @Column(name = "followers")
    public @Nullable String followers;
    @Column(name = "app")
    public @Nullable String app;
    @Column(name = "member_id")
    public @Nullable Long memberId;
    @Column(name = "fetched_at", nullable = false)
    public Instant fetchedAt;
    @Column(name = "gone_at")
    public @Nullable Instant goneAt;

    public boolean isLocal() {
        return app != null;
    }
}
