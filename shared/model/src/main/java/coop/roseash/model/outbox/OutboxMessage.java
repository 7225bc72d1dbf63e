package coop.roseash.model.outbox;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// One side effect that waits to be handled.
@Entity
@Table(name = "outbox")
public class OutboxMessage {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "topic", nullable = false)
    public String topic;
    @Column(name = "message_key", nullable = false)
    public String key;
    @Column(name = "json", nullable = false)
    public String json;
    @Column(name = "attempts", nullable = false)
    public int attempts;
    @Column(name = "run_at", nullable = false)
    public Instant runAt;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "done_at")
    public Instant doneAt;
    @Column(name = "dead_at")
    public Instant deadAt;
    @Column(name = "last_error")
    public String lastError;
}
