package coop.roseash.contract.newsletter;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import coop.roseash.contract.newsletter.Newsletters.Newsletter;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// The issues that were sent, for reading on the web.
public interface NewsletterArchive {
    /// Newest first.
    Page<IssueSummary> issues(String newsletterSlug, PageRequest request);

    Optional<SentIssue> issue(long id);

    /// How far the sending of an issue has come.
    Optional<Progress> progress(long id);

    record IssueSummary(long id, String subject, Instant sentAt) {}

    /// @param html sanitised
    /// @param page the page it is about
    record SentIssue(long id, Newsletter newsletter, String subject, String html, URI page, Instant sentAt) {}

    /// @param skipped readers who left before it was their turn
    record Progress(int recipients, int sent, int skipped) {
        public int handled() {
            return sent + skipped;
        }

        public boolean done() {
            return handled() >= recipients;
        }
    }
}
