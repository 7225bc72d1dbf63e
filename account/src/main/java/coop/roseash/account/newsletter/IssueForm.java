package coop.roseash.account.newsletter;

import java.util.LinkedHashMap;
import java.util.Map;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// An issue as an editor writes it, in Markdown, and what is wrong with it, by field.
///
/// @param key sent with the form, so that a form sent twice is one issue
record IssueForm(String key, String newsletter, String subject, String text, Map<String, String> errors) {
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_TEXT = 60_000;
    private static final int LONGEST_KEY = 64;
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    IssueForm {
        errors = Map.copyOf(errors);
    }

    static IssueForm empty(String key) {
        return new IssueForm(key, "", "", "", Map.of());
    }

    static IssueForm checked(String key, String newsletter, String subject, String text) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (newsletter.isBlank() || key.isBlank() || key.length() > LONGEST_KEY) {
            errors.put("newsletter", "Choose a newsletter");
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            errors.put("subject", "Write a subject of one line, at most 150 characters");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            errors.put("text", "Write something, up to 60,000 characters");
        }
        return new IssueForm(key, newsletter, subject.strip(), text, errors);
    }

    IssueForm refused(String field, String message) {
        return new IssueForm(key, newsletter, subject, text, Map.of(field, message));
    }

    String html() {
        return RENDERER.render(PARSER.parse(text));
    }
}
