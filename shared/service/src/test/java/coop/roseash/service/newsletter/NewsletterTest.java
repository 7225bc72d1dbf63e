package coop.roseash.service.newsletter;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.newsletter.NewsletterArchive;
import coop.roseash.contract.newsletter.NewsletterArchive.Progress;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.Issue;
import coop.roseash.contract.newsletter.Newsletters.IssueOutcome;
import coop.roseash.contract.newsletter.Newsletters.OpenOutcome;
import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.contract.newsletter.Subscriptions.SubscribeOutcome;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.service.mail.SentMails;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class NewsletterTest {
    @Inject
    Newsletters newsletters;
    @Inject
    Subscriptions subscriptions;
    @Inject
    NewsletterArchive archive;
    @Inject
    SentMails mails;

    private final String slug = "letter-" + UUID.randomUUID().toString().substring(0, 8);
    private final String reader = "reader-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void open() {
        assertThat(newsletters.open(slug, "Friday letter", "")).isInstanceOf(OpenOutcome.Opened.class);
    }

    @Test
    void writesToAReaderOnlyAfterTheyConfirmed() {
        subscriptions.subscribe(slug, " " + reader.toUpperCase() + " ");
        assertThat(send("one")).isEqualTo(new IssueOutcome.Queued(0));
        String token = confirmationToken();
        assertThat(subscriptions.pending(token)).hasValueSatisfying(p -> assertThat(p.email()).isEqualTo(reader));
        assertThat(send("two")).isEqualTo(new IssueOutcome.Queued(0));
        assertThat(subscriptions.confirm(token)).isPresent();
        assertThat(subscriptions.confirm(token)).isPresent();
        assertThat(send("three")).isEqualTo(new IssueOutcome.Queued(1));
    }

    @Test
    void asksAnAddressOnlyOnceInAWhile() {
        subscriptions.subscribe(slug, reader);
        subscriptions.subscribe(slug, reader);
        assertThat(mails.to(reader)).hasSize(1);
    }

    @Test
    void answersTheSameForAnAddressThatIsKnown() {
        subscriptions.enrol(slug, List.of(reader));
        assertThat(subscriptions.subscribe(slug, reader)).isInstanceOf(SubscribeOutcome.ConfirmationSent.class);
        assertThat(mails.to(reader)).isEmpty();
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String text : List.of("", "rosa", "rosa@", "rosa@host", "a b@example.org",
                "a@example.org\nBcc: b@example.org",
                "x".repeat(250) + "@example.org")) {
            assertThat(subscriptions.subscribe(slug, text)).as(text).isInstanceOf(SubscribeOutcome.InvalidEmail.class);
        }
        assertThat(subscriptions.subscribe("no-such-letter", reader))
            .isInstanceOf(SubscribeOutcome.UnknownNewsletter.class);
        assertThat(subscriptions.confirm("no-such-token")).isEmpty();
    }

    @Test
    void sendsAnIssueOnceToEachReaderWithTheWaysToLeave() {
        subscriptions.enrol(slug, List.of(reader, "second-" + reader));
        assertThat(send("post/1")).isEqualTo(new IssueOutcome.Queued(2));
        assertThat(send("post/1")).isEqualTo(new IssueOutcome.AlreadySent());
        await().until(() -> progress().equals(new Progress(2, 2, 0)));
        assertThat(mails.to(reader)).singleElement().satisfies(mail -> {
            assertThat(mail.headers().get("List-Unsubscribe")).contains("/newsletters/unsubscribe/");
            assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            assertThat(mail.html()).contains("<p>Hello <b>all</b></p>").contains("Fish &amp; chips");
            assertThat(mail.text()).contains("Hello all").doesNotContain("<p>");
        });
    }

    @Test
    void writesNoMoreToThoseWhoLeft() {
        subscriptions.enrol(slug, List.of(reader));
        send("first");
        await().until(() -> progress().sent() == 1);
        String secret = secret(mails.to(reader).getFirst());
        assertThat(subscriptions.unsubscribe(secret)).isPresent();
        assertThat(subscriptions.unsubscribe(secret)).isPresent();
        assertThat(send("second")).isEqualTo(new IssueOutcome.Queued(0));
        assertThat(subscriptions.enrol(slug, List.of(reader))).isZero();
    }

    @Test
    void letsAReaderChooseByTheLinkInAnIssue() {
        String other = slug + "-b";
        newsletters.open(other, "Market news", "");
        subscriptions.enrol(slug, List.of(reader));
        send("first");
        await().until(() -> progress().sent() == 1);
        String secret = secret(mails.to(reader).getFirst());
        long wanted = newsletters.bySlug(other).orElseThrow().id();
        assertThat(subscriptions.choose(secret, Set.of(wanted))).isTrue();
        assertThat(subscriptions.bySecret(secret).orElseThrow().chosen()).containsExactly(wanted);
        assertThat(subscriptions.choose("no-such-secret", Set.of())).isFalse();
    }

    @Test
    void neverWritesToASuppressedAddress() {
        subscriptions.enrol(slug, List.of(reader));
        subscriptions.suppress(reader, "bounced");
        subscriptions.suppress(reader, "bounced");
        assertThat(send("first")).isEqualTo(new IssueOutcome.Queued(0));
    }

    @Test
    void sendsNothingWhenTheCallerRollsBack() {
        subscriptions.enrol(slug, List.of(reader));
        QuarkusTransaction.begin();
        send("undone");
        QuarkusTransaction.rollback();
        assertThat(archive.issues(slug, new PageRequest(1, 10)).items()).isEmpty();
        assertThat(send("undone")).isEqualTo(new IssueOutcome.Queued(1));
    }

    private IssueOutcome send(String key) {
        return newsletters.send(
                new Issue(
                        slug + "/" + key,
                        slug,
                        "Fish & chips",
                        "<p>Hello <b>all</b></p>",
                        URI.create("http://blog.rose-ash.localhost:8080/fish")));
    }

    private Progress progress() {
        long id = archive.issues(slug, new PageRequest(1, 1)).items().getFirst().id();
        return archive.progress(id).orElseThrow();
    }

    private String confirmationToken() {
        return found(mails.to(reader).getFirst().text(), "/newsletters/confirm/([A-Za-z0-9_-]+)");
    }

    private static String secret(Mail mail) {
        return found(mail.headers().get("List-Unsubscribe"), "/newsletters/unsubscribe/([A-Za-z0-9_-]+)");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
