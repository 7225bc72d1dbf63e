package coop.roseash.contract.outbox;

/// Takes side effects in the caller's transaction; they are handled at least once after it commits.
public interface Outbox {
    /// @param topic names the handler, for example `mail` or `order-paid`
    /// @param key unique within the topic: putting the same key again changes nothing
    /// @param json what the handler needs, at most 256 KiB
    void put(String topic, String key, String json);
}
