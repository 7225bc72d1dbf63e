package coop.roseash.service.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import coop.roseash.contract.outbox.OutboxHandler;

/// Remembers what it was handed, and fails on request.
@Singleton
class RecordingHandler implements OutboxHandler {
    final List<Message> messages = new CopyOnWriteArrayList<>();

    @Override
    public String topic() {
        return "recorded";
    }

    @Override
    public void handle(Message message) {
        messages.add(message);
        if (message.json().equals("fail-once") && message.attempt() == 1) {
            throw new IllegalStateException("asked to fail");
        }
    }

    long times(String key) {
        return messages.stream().filter(message -> message.key().equals(key)).count();
    }
}
