package coop.roseash.service.newsletter;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.outbox.OutboxHandler;

/// Sends an issue in batches; a crash between two loses and repeats nothing, and the next try goes on from there.
@ApplicationScoped
class IssueSending implements OutboxHandler {
    static final String TOPIC = "newsletter-issue";

    private final IssueBatch batch;

    IssueSending(IssueBatch batch) {
        this.batch = batch;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void handle(Message message) {
        long issueId = Long.parseLong(message.json());
        while (batch.send(issueId) > 0) {
            // the batch says what is left to do
        }
    }
}
