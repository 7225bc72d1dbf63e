package coop.roseash.service.mail;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.outbox.Outbox;

/// Puts mails into the outbox.
@ApplicationScoped
class MailOutbox implements Mails {
    static final String TOPIC = "mail";

    private final Outbox outbox;
    private final ObjectMapper json;

    MailOutbox(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void send(Mail mail) {
        try {
            outbox.put(TOPIC, mail.key(), json.writeValueAsString(mail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mail could not be written as JSON", e);
        }
    }
}
