package coop.roseash.federation.oauth;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.contract.outbox.Outbox;

/// Keeps, in the outbox, who has not heard of a sign-out yet.
@ApplicationScoped
class LogoutQueue {
    static final String TOPIC = "backchannel-logout";
    private final Outbox outbox;
    private final ObjectMapper json;

    LogoutQueue(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /// What one client must hear.
    record News(String clientId, String subject, String sid) {}

    @Transactional
    void put(News news) {
        try {
            outbox.put(TOPIC, UUID.randomUUID().toString(), json.writeValueAsString(news));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The news of a sign-out could not be written as JSON", e);
        }
    }

    News read(String text) throws JsonProcessingException {
        return json.readValue(text, News.class);
    }
}
