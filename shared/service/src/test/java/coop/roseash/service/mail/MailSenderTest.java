package coop.roseash.service.mail;

import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
class MailSenderTest {
    @Inject
    Mails mails;
    @ConfigProperty(name = MailServer.POP3_PORT, defaultValue = "0")
    int pop3Port;

    @Test
    void sendsACommittedMailOnceWithItsHeaders() throws Exception {
        String to = UUID.randomUUID() + "@example.org";
        Mail mail = new Mail("key-" + to, to, "Grüße from the co-op", "Plain", "<p>Rich</p>",
                Map.of("List-Unsubscribe", "<https://example.org/u>"));
        QuarkusTransaction.requiringNew().run(() -> mails.send(mail));
        QuarkusTransaction.requiringNew().run(() -> mails.send(mail));

        await().until(() -> hasArrived(to));
        try (Store store = inbox(to)) {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            Message[] messages = folder.getMessages();
            assertThat(messages).hasSize(1);
            assertThat(messages[0].getSubject()).isEqualTo("Grüße from the co-op");
            assertThat(messages[0].getHeader("List-Unsubscribe")).containsExactly("<https://example.org/u>");
            assertThat(messages[0].getHeader("Message-ID")[0]).endsWith("@rose-ash.example>");
        }
    }

    /// The server makes a mailbox when the first mail for it arrives, so an earlier log-in fails.
    private boolean hasArrived(String user) throws MessagingException {
        try (Store store = inbox(user)) {
            return store.isConnected();
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    private Store inbox(String user) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("pop3");
        store.connect("127.0.0.1", pop3Port, user, user);
        return store;
    }
}
