package coop.roseash.contract.newsletter;

import java.net.URI;
import java.util.List;

/// Newsletters and the sending of their issues; owned by account.
public interface Newsletters {
    List<Newsletter> all();

    /// Sends an issue to every confirmed subscriber, once per `key`, after the caller's transaction commits.
    IssueOutcome send(Issue issue);

    record Newsletter(long id, String slug, String name, String description) {}

    /// @param key unique, for example `post/42`: the same issue is never sent twice
    /// @param html already sanitised
    record Issue(String key, String newsletterSlug, String subject, String html, URI page) {}

    sealed interface IssueOutcome {
        record Queued(int recipients) implements IssueOutcome {}

        record AlreadySent() implements IssueOutcome {}

        record UnknownNewsletter() implements IssueOutcome {}
    }
}
