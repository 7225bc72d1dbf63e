package coop.roseash.service.blog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.blog.PostChange;
import coop.roseash.model.blog.Post;

/// Says what is wrong with what an editor sent, field by field.
@ApplicationScoped
class DraftCheck {
    private static final int TITLE_LENGTH = 255;
    private static final int EXCERPT_LENGTH = 500;
    private static final int TAGS = 20;
    private static final int TAG_LENGTH = 80;
    private static final Pattern SLUG = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}]+(?:-[\\p{Ll}\\p{Lo}\\p{N}]+)*");

    private final Slugs slugs;
    private final PictureStore pictures;
    private final BlogConfig config;

    DraftCheck(Slugs slugs, PictureStore pictures, BlogConfig config) {
        this.slugs = slugs;
        this.pictures = pictures;
        this.config = config;
    }

    Map<String, String> errors(Post post, PostChange change) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (change.title().isBlank()) {
            errors.put("title", "Give it a title.");
        } else if (change.title().length() > TITLE_LENGTH) {
            errors.put("title", "A title has at most " + TITLE_LENGTH + " characters.");
        }
        slug(post, change.slug().strip(), errors);
        if (change.excerpt().length() > EXCERPT_LENGTH) {
            errors.put("excerpt", "An excerpt has at most " + EXCERPT_LENGTH + " characters.");
        }
        if (change.body().length() > config.textLimit()) {
            errors.put("body", "The text is longer than " + config.textLimit() + " characters.");
        }
        tags(change.tags(), errors);
        picture(post, change, errors);
        return errors;
    }

    private void slug(Post post, String slug, Map<String, String> errors) {
        if (slug.isEmpty()) {
            return;
        }
        if (!SLUG.matcher(slug).matches() || !slug.equals(Slugs.from(slug))) {
            errors.put("slug", "An address has small letters, digits and single dashes.");
        } else if (slugs.isReserved(slug)) {
            errors.put("slug", "The site itself uses this address.");
        } else if (slugs.isTaken(slug, post.id == null ? 0 : post.id)) {
            errors.put("slug", "Another post has this address.");
        }
    }

    private static void tags(List<String> tags, Map<String, String> errors) {
        if (tags.size() > TAGS) {
            errors.put("tags", "A post has at most " + TAGS + " tags.");
        } else if (tags.stream().anyMatch(tag -> tag.length() > TAG_LENGTH || Slugs.from(tag).isEmpty())) {
            errors.put("tags", "A tag has letters or digits, and at most " + TAG_LENGTH + " characters.");
        }
    }

    private void picture(Post post, PostChange change, Map<String, String> errors) {
        String address = change.pictureAddress();
        if (address != null && !address.equals(post.picture) && pictures.byAddress(address).isEmpty()) {
            errors.put("upload", "There is no such picture here; upload it again.");
        }
    }
}
