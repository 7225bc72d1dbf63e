package coop.roseash.infrastructure.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.quarkus.qute.TemplateExtension;

/// `{text.urlEncoded}` in templates: text made fit for a query.
@TemplateExtension
class UrlEncoding {
    private UrlEncoding() {}

    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
