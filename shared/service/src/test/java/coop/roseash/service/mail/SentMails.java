package coop.roseash.service.mail;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.awaitility.Awaitility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.outbox.OutboxHandler;

/// Remembers every mail that the outbox handed over; the outbox itself forgets what was in it.
@Singleton
public class SentMails implements OutboxHandler {
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final ObjectMapper json;
    private final EntityManager entities;

    SentMails(ObjectMapper json, EntityManager entities) {
        this.json = json;
        this.entities = entities;
    }

    @Override
    public String topic() {
        return MailOutbox.TOPIC;
    }

    @Override
    public void handle(Message message) throws JsonProcessingException {
        mails.add(json.readValue(message.json(), Mail.class));
    }

    /// All mails to an address, once none waits any more.
    public List<Mail> to(String address) {
        Awaitility.await().until(() -> waiting(address) == 0);
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private long waiting(String address) {
        return QuarkusTransaction.requiringNew()
            .call(
                    () -> (Long) entities
                        .createNativeQuery("SELECT count(*) FROM outbox WHERE topic = 'mail' AND strpos(json, :to) > 0",
                                Long.class)
                        .setParameter("to", address)
                        .getSingleResult());
    }
}
