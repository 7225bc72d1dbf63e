package coop.roseash.contract.newsletter;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Newsletters and the sending of their issues; owned by account.
public interface Newsletters {
    /// By name; a cooperative has a handful.
    List<Newsletter> all();

    Optional<Newsletter> bySlug(String slug);

    /// Opens a newsletter; one that exists keeps its subscribers and gets the new name and description.
    OpenOutcome open(String slug, String name, String description);

    /// Sends an issue to every confirmed subscriber, once per `key`, after the caller's transaction commits.
    IssueOutcome send(Issue issue);

    record Newsletter(long id, String slug, String name, String description) {}

    /// @param key unique, for example `post/42`: the same issue is never sent twice
    /// @param html already sanitised
    record Issue(String key, String newsletterSlug, String subject, String html, URI page) {}

    sealed interface OpenOutcome {
        record Opened(Newsletter newsletter) implements OpenOutcome {}

        /// @param field `slug`, `name` or `description`
        record Invalid(String field, String message) implements OpenOutcome {}
    }

    sealed interface IssueOutcome {
        record Queued(int recipients) implements IssueOutcome {}

        record AlreadySent() implements IssueOutcome {}

        record UnknownNewsletter() implements IssueOutcome {}
    }
}
