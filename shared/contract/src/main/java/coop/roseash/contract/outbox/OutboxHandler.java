package coop.roseash.contract.outbox;

/// Handles one topic of the outbox; must be idempotent, since a message may come again after a crash.
public interface OutboxHandler {
    String topic();

    /// Runs outside a transaction; throws to have the message tried again later, with growing pauses.
    void handle(Message message) throws Exception;

    /// @param attempt 1 for the first try
    record Message(long id, String topic, String key, String json, int attempt) {}
}
