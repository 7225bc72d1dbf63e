package coop.roseash.blog.feed;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts.FeedItem;

/// Writes RSS 2.0 and Atom (RFC 4287).
@ApplicationScoped
class FeedWriter {
    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String PEOPLE = "http://purl.org/dc/elements/1.1/";

    private final SiteSettings site;
    private final Clock clock;
    private final String origin;

    FeedWriter(SiteSettings site, Clock clock, Addresses addresses) {
        this.site = site;
        this.clock = clock;
        this.origin = addresses.origin(AppName.BLOG);
    }

    String rss(Feed feed) {
        return write(xml -> {
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            xml.writeNamespace("content", CONTENT);
            xml.writeNamespace("dc", PEOPLE);
            xml.writeStartElement("channel");
            text(xml, "title", feed.title(site.name()));
            text(xml, "link", origin + feed.path());
            text(xml, "description", site.strapline());
            text(xml, "language", site.locale().toLanguageTag());
            text(xml, "lastBuildDate", rfc822(updated(feed)));
            empty(xml, "atom:link", Map.of("rel", "self", "href", origin + "/rss" + feed.query(), "type",
                    "application/rss+xml"));
            for (FeedItem item : feed.items()) {
                rssItem(xml, item);
            }
        });
    }

    private void rssItem(XMLStreamWriter xml, FeedItem item) throws XMLStreamException {
        PostSummary post = item.summary();
        xml.writeStartElement("item");
        text(xml, "title", post.title());
        text(xml, "link", origin + post.path());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(id(post));
        xml.writeEndElement();
        text(xml, "pubDate", rfc822(post.publishedAt()));
        PostSummary.Link author = post.author();
        if (author != null) {
            text(xml, "dc:creator", author.name());
        }
        PostSummary.Link tag = post.tag();
        if (tag != null) {
            text(xml, "category", tag.name());
        }
        text(xml, "description", post.excerpt());
        text(xml, "content:encoded", item.html());
        xml.writeEndElement();
    }

    String atom(Feed feed) {
        return write(xml -> {
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "title", feed.title(site.name()));
            text(xml, "subtitle", site.strapline());
            text(xml, "id", origin + feed.path());
            text(xml, "updated", updated(feed).toString());
            empty(xml, "link", Map.of("href", origin + feed.path()));
            empty(xml, "link", Map.of("rel", "self", "href", origin + "/atom.xml" + feed.query()));
            for (FeedItem item : feed.items()) {
                atomEntry(xml, item);
            }
        });
    }

    private void atomEntry(XMLStreamWriter xml, FeedItem item) throws XMLStreamException {
        PostSummary post = item.summary();
        PostSummary.Link author = post.author();
        xml.writeStartElement("entry");
        text(xml, "title", post.title());
        text(xml, "id", id(post));
        empty(xml, "link", Map.of("href", origin + post.path()));
        text(xml, "published", post.publishedAt().toString());
        text(xml, "updated", post.updatedAt().toString());
        xml.writeStartElement("author");
        text(xml, "name", author == null ? site.name() : author.name());
        xml.writeEndElement();
        text(xml, "summary", post.excerpt());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(clean(item.html()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String id(PostSummary post) {
        return origin + "/#post-" + post.id();
    }

    private Instant updated(Feed feed) {
        return feed.items()
            .stream()
            .map(item -> item.summary().updatedAt())
            .max(Instant::compareTo)
            .orElse(clock.instant());
    }

    private static String rfc822(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static void empty(XMLStreamWriter xml, String name, Map<String, String> attributes)
            throws XMLStreamException {
        xml.writeEmptyElement(name);
        for (Map.Entry<String, String> each : attributes.entrySet()) {
            xml.writeAttribute(each.getKey(), each.getValue());
        }
    }

    /// Without the control characters that XML 1.0 forbids.
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private static String write(Writing writing) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            writing.to(xml);
            xml.writeEndDocument();
            xml.close();
            return out.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed could not be written", e);
        }
    }

    /// Writes a document's elements; what is left open is closed after it.
    private interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }
}
