package coop.roseash.service.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.mailer.reactive.ReactiveMailer;

import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.outbox.OutboxHandler;

/// Hands mails to the SMTP server. A mail tried again after a crash carries the same Message-ID, so that
/// receivers can tell it is the same one (RFC 5322 section 3.6.4).
@ApplicationScoped
class MailSender implements OutboxHandler {
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final ObjectMapper json;
    private final String from;

    MailSender(ReactiveMailer mailer, ObjectMapper json, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.json = json;
        this.from = from;
    }

    @Override
    public String topic() {
        return MailOutbox.TOPIC;
    }

    @Override
    public void handle(Message message) throws JsonProcessingException {
        Mail mail = json.readValue(message.json(), Mail.class);
        var sending = io.quarkus.mailer.Mail.withText(mail.to(), mail.subject(), mail.text());
        if (mail.html() != null) {
            sending.setHtml(mail.html());
        }
        mail.headers().forEach(sending::addHeader);
        sending.addHeader("Message-ID", messageId(mail.key()));
        mailer.send(sending).await().atMost(LONGEST_SENDING);
    }

    private String messageId(String key) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }
}
