package coop.roseash.service.blog.lexical;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Lets through what a post needs and nothing that runs: no script, no handler, no form, frames of known hosts only.
public final class AllowList implements Cleaning {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):");
    private static final Pattern PLAIN_STYLE = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{1,30}|[0-9. /]{1,24}");
    private static final Pattern FRAME = Pattern.compile("https://(?:www\\.youtube(?:-nocookie)?\\.com/embed/"
            + "|player\\.vimeo\\.com/video/|open\\.spotify\\.com/embed/|w\\.soundcloud\\.com/player/"
            + "|www\\.openstreetmap\\.org/export/embed\\.html)[^\\s\"<>]*");
    private static final Pattern CLASSES = Pattern.compile("[A-Za-z0-9_ -]{0,200}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}%?");

    private static final PolicyFactory PHRASES = new HtmlPolicyBuilder()
        .allowElements("a", "strong", "em", "b", "i", "br", "code", "mark", "s", "del", "u", "sup", "sub", "span", "p")
        .allowAttributes("href", "rel", "title")
        .onElements("a")
        .allowUrlProtocols(SCHEMES.toArray(String[]::new))
        .toFactory();

    private static final PolicyFactory BLOCKS = PHRASES.and(new HtmlPolicyBuilder()
        .allowElements("div", "section", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
                "blockquote", "pre", "hr", "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr",
                "th", "td", "details", "summary", "small", "time", "abbr", "cite", "q", "ins", "kbd", "iframe")
        .allowAttributes("class")
        .matching(CLASSES)
        .globally()
        .allowAttributes("id", "lang", "dir", "title")
        .globally()
        .allowAttributes("src", "alt")
        .onElements("img")
        .allowAttributes("width", "height", "colspan", "rowspan", "start")
        .matching(NUMBER)
        .globally()
        .allowAttributes("loading")
        .matching(true, "lazy", "eager")
        .globally()
        .allowAttributes("datetime")
        .onElements("time")
        .allowAttributes("src")
        .matching(FRAME)
        .onElements("iframe")
        .allowAttributes("allowfullscreen")
        .onElements("iframe")
        .allowUrlProtocols(SCHEMES.toArray(String[]::new))
        .toFactory());

    private final UnaryOperator<String> links;

    /// @param links makes plain addresses of the site's own short forms
    public AllowList(UnaryOperator<String> links) {
        this.links = links;
    }

    @Override
    public String block(String html) {
        return BLOCKS.sanitize(html);
    }

    @Override
    public String phrase(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0 ? html : PHRASES.sanitize(html);
    }

    @Override
    public String address(String written) {
        String address = links.apply(written);
        String plain = address.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        var scheme = SCHEME.matcher(plain);
        return scheme.find() && !SCHEMES.contains(scheme.group(1)) ? "" : address;
    }

    @Override
    public String style(String value) {
        return PLAIN_STYLE.matcher(value).matches() ? value : "";
    }

    @Override
    public boolean keepsScript() {
        return false;
    }
}
