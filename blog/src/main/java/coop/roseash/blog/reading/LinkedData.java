package coop.roseash.blog.reading;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.Picture;
import coop.roseash.contract.blog.Post;
import coop.roseash.contract.blog.PostKind;

/// What search engines are told about a post (schema.org, JSON-LD).
@ApplicationScoped
class LinkedData {
    private final Addresses addresses;
    private final SiteSettings site;
    private final ObjectMapper json;

    LinkedData(Addresses addresses, SiteSettings site, ObjectMapper json) {
        this.addresses = addresses;
        this.site = site;
        this.json = json;
    }

    /// JSON that cannot close the script element it stands in.
    String of(Post post) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", post.kind() == PostKind.PAGE ? "WebPage" : "Article");
        data.put("headline", post.summary().title());
        data.put("description", post.summary().excerpt());
        data.put("url", absolute(post.summary().path()));
        data.put("datePublished", post.summary().publishedAt().toString());
        data.put("dateModified", post.summary().updatedAt().toString());
        data.put("isAccessibleForFree", post.summary().access() == Access.PUBLIC);
        data.put("publisher", Map.of("@type", "Organization", "name", site.name()));
        if (post.kind() == PostKind.POST) {
            data.put("author", post.authors()
                .stream()
                .map(author -> Map.of("@type", "Person", "name", author.name(), "url",
                        absolute("/author/" + author.slug())))
                .toList());
        }
        Picture picture = post.summary().picture();
        if (picture != null) {
            data.put("image", absolute(picture.address()));
        }
        try {
            return json.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String absolute(String address) {
        return address.startsWith("/") ? addresses.origin(AppName.BLOG) + address : address;
    }
}
