package coop.roseash.service.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import coop.roseash.contract.outbox.OutboxHandler;

/// Another consumer of the same topic.
@Singleton
class SecondHandler implements OutboxHandler {
    final List<String> keys = new CopyOnWriteArrayList<>();

    @Override
    public String topic() {
        return "recorded";
    }

    @Override
    public void handle(Message message) {
        keys.add(message.key());
    }
}
