package coop.roseash.contract.blog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Published posts and pages, as readers meet them; owned by blog.
public interface Posts {
    /// What a slug leads to for this reader; an old slug leads to the new one.
    FindOutcome find(String slug, Reader reader);

    Optional<PostSummary> summary(String slug);

    Page<PostSummary> newest(PageRequest request);

    Page<PostSummary> withTag(String tagSlug, PageRequest request);

    Page<PostSummary> byAuthor(String authorSlug, PageRequest request);

    /// Posts and pages that hold all these words in the part everybody may read, best first.
    Page<PostSummary> search(String words, PageRequest request);

    /// Up to `limit` posts to read after this one: of the same tag first, then the newest.
    List<PostSummary> after(PostSummary post, int limit);

    /// The newest posts with the HTML everybody may read, for feeds.
    List<FeedItem> feed(FeedOf of, int limit);

    /// Every published address, newest change first, for the site map.
    List<SiteAddress> addresses(int limit);

    Optional<Tag> tag(String slug);

    Optional<Author> author(String slug);

    List<Tag> tags();

    record FeedItem(PostSummary summary, String html) {}

    record SiteAddress(String path, Instant updatedAt) {}

    sealed interface FindOutcome {
        record Found(Post post) implements FindOutcome {}

        record Moved(String slug) implements FindOutcome {}

        record Unknown() implements FindOutcome {}
    }

    /// What a feed is about.
    sealed interface FeedOf {
        record Everything() implements FeedOf {}

        record OfTag(String slug) implements FeedOf {}

        record OfAuthor(String slug) implements FeedOf {}
    }
}
