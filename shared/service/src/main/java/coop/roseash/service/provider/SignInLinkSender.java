package coop.roseash.service.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.contract.member.Members;
import coop.roseash.contract.outbox.Outbox;
import coop.roseash.contract.outbox.OutboxHandler;

/// Looks up whose address it is, and sends the link, only after the visitor was answered: asking takes the same time for
/// an address nobody has.
@ApplicationScoped
class SignInLinkSender implements OutboxHandler {
    private static final String TOPIC = "sign-in-link";

    private final Outbox outbox;
    private final Members members;
    private final LinkMail mail;
    private final MailLinkConfig config;
    private final ObjectMapper json;

    SignInLinkSender(Outbox outbox, Members members, LinkMail mail, MailLinkConfig config, ObjectMapper json) {
        this.outbox = outbox;
        this.members = members;
        this.mail = mail;
        this.config = config;
        this.json = json;
    }

    record Link(String email, String token) {}

    void send(String email, String token) {
        try {
            outbox.put(TOPIC, Hash.of(token), json.writeValueAsString(new Link(email, token)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A link could not be written as JSON", e);
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    @Transactional
    public void handle(Message message) throws JsonProcessingException {
        Link link = json.readValue(message.json(), Link.class);
        members.byEmail(link.email())
            .flatMap(member -> members.active(member.id()))
            .ifPresent(member -> mail.signIn(member, link.token(), config.lifetime()));
    }
}
