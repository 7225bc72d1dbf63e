package coop.roseash.service.blog;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.blog.Content;
import coop.roseash.contract.blog.Reader;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.Issue;
import coop.roseash.contract.newsletter.Newsletters.IssueOutcome;
import coop.roseash.model.blog.Post;

/// Sends a post as an issue of a newsletter: what everybody may read of it, and the way to the rest.
@ApplicationScoped
class PostMail {
    private final Newsletters newsletters;
    private final PostRendering rendering;
    private final Announcements announcements;

    PostMail(Newsletters newsletters, PostRendering rendering, Announcements announcements) {
        this.newsletters = newsletters;
        this.rendering = rendering;
        this.announcements = announcements;
    }

    boolean isKnown(String newsletterSlug) {
        return newsletters.bySlug(newsletterSlug).isPresent();
    }

    /// Once per post, however often it is published.
    IssueOutcome send(Post post, String newsletterSlug) {
        Gate open = Gate.of(post.html, post.access, Reader.GUEST);
        String html = rendering.absolute(Content.plain(open.html()));
        String rest = open.withheld()
                ? "<p><a href=\"" + announcements.page(post) + "\">The rest is for members: sign in to read on.</a></p>"
                : "";
        return newsletters.send(
                new Issue("post/" + post.id, newsletterSlug, post.title, html + rest, announcements.page(post)));
    }
}
