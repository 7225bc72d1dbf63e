package coop.roseash.contract.newsletter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.newsletter.Newsletters.Newsletter;

/// Who reads which newsletter. An address becomes a reader only when its owner says so (double opt-in).
public interface Subscriptions {
    /// Asks the owner of an address by mail to confirm. The answer is the same whether or not the address is known.
    SubscribeOutcome subscribe(String newsletterSlug, String email);

    /// What a confirmation link is about; looking changes nothing.
    Optional<Pending> pending(String token);

    /// Confirms; doing it again answers the same.
    Optional<Pending> confirm(String token);

    /// The choices behind the secret link in each issue.
    Optional<Choices> bySecret(String secret);

    /// Ends one subscription; doing it again changes nothing.
    ///
    /// @return the newsletter that is left; empty for an unknown secret
    Optional<Newsletter> unsubscribe(String secret);

    /// Makes these the newsletters that the owner of the secret reads.
    ///
    /// @return false for an unknown secret
    boolean choose(String secret, Set<Long> newsletterIds);

    /// What a member reads, at the address they sign in with.
    Choices of(Member member);

    /// Makes these the newsletters the member reads; their address is confirmed already.
    void choose(Member member, Set<Long> newsletterIds);

    /// Takes over readers who have confirmed elsewhere (an import); those who left or are suppressed stay out.
    ///
    /// @return how many are new
    int enrol(String newsletterSlug, Collection<String> emails);

    /// Never writes to this address again, whatever list it is on.
    ///
    /// @param reason for people: `bounced`, `complained` …
    void suppress(String email, String reason);

    /// @param newsletters all there are, by name
    /// @param chosen the ids of those that are read
    record Choices(String email, List<Newsletter> newsletters, Set<Long> chosen) {
        public Choices {
            newsletters = List.copyOf(newsletters);
            chosen = Set.copyOf(chosen);
        }

        public boolean reads(Newsletter newsletter) {
            return chosen.contains(newsletter.id());
        }
    }

    record Pending(String email, Newsletter newsletter) {}

    sealed interface SubscribeOutcome {
        record ConfirmationSent(Newsletter newsletter) implements SubscribeOutcome {}

        record InvalidEmail() implements SubscribeOutcome {}

        record UnknownNewsletter() implements SubscribeOutcome {}
    }
}
