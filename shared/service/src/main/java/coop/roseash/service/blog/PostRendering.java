package coop.roseash.service.blog;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.blog.Content;
import coop.roseash.contract.blog.Reader;
import coop.roseash.model.blog.Post;
import coop.roseash.service.blog.lexical.AllowList;
import coop.roseash.service.blog.lexical.LexicalRenderer;
import coop.roseash.service.blog.lexical.RenderOptions;

/// Renders a post once per save: its HTML, the text everybody may search, its excerpt and reading time.
@ApplicationScoped
class PostRendering {
    private static final int EXCERPT_LENGTH = 220;
    private static final int WORDS_PER_MINUTE = 230;
    private static final int SEARCHED_LENGTH = 200_000;
    private static final Pattern LOCAL_ADDRESS = Pattern.compile("( (?:src|href|poster)=\")/(?!/)");

    private final Addresses addresses;
    private final RenderOptions options;

    PostRendering(Addresses addresses, AppLinks links) {
        this.addresses = addresses;
        this.options = new RenderOptions(addresses.origin(AppName.BLOG), List.of(), 0, "",
                addresses.origin(AppName.ACCOUNT) + "/newsletters", new AllowList(links::resolve));
    }

    /// @throws IllegalArgumentException when its document is not Lexical
    void render(Post post) {
        post.html = LexicalRenderer.render(post.lexical, options);
        post.publicText = text(Gate.of(post.html, post.access, Reader.GUEST).html());
        post.excerpt = post.customExcerpt.isBlank() ? shorten(post.publicText) : post.customExcerpt.strip();
        post.readingMinutes = Math.max(1, Math.ceilDiv(words(text(post.html)), WORDS_PER_MINUTE));
    }

    /// The HTML with the blog's own addresses made absolute, for what is read elsewhere.
    String absolute(String html) {
        return LOCAL_ADDRESS.matcher(html).replaceAll("$1" + addresses.origin(AppName.BLOG) + "/");
    }

    String absoluteAddress(String address) {
        return address.startsWith("/") ? addresses.origin(AppName.BLOG) + address : address;
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static String text(String html) {
        String text = Jsoup.parseBodyFragment(Content.plain(html)).text();
        return text.length() > SEARCHED_LENGTH ? text.substring(0, SEARCHED_LENGTH) : text;
    }

    private static String shorten(String text) {
        if (text.length() <= EXCERPT_LENGTH) {
            return text;
        }
        int end = text.lastIndexOf(' ', EXCERPT_LENGTH);
        return text.substring(0, end < EXCERPT_LENGTH / 2 ? EXCERPT_LENGTH : end).replaceAll("[,;:.–-]+$", "") + "…";
    }
}
