package coop.roseash.dev.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The mail catcher's two pages.
final class MailPages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm:ss", Locale.UK)
        .withZone(ZoneId.systemDefault());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"&]+(?:&amp;[^\\s<>\"&]+)*");
    private static final String HEAD = """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title><style>
            :root { color-scheme: light dark; --paper: light-dark(#faf7f2, #1d1a18); --ink: light-dark(#241f1c, #ece5dc);
              --line: light-dark(#ddd4c8, #40383280); --rose: light-dark(#a8324e, #e58aa0); }
            body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto;
              max-width: 52rem; padding: 1.5rem; overflow-wrap: anywhere; }
            h1 { font: 600 1.6rem/1.2 Charter, Georgia, serif; } a { color: var(--rose); }
            ol { list-style: none; padding: 0; } li { border-top: 1px solid var(--line); padding: .75rem 0; }
            .quiet { opacity: .75; font-size: .875rem; } dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
            dd { margin: 0; } pre { white-space: pre-wrap; border-top: 1px solid var(--line); padding-top: 1rem; }
            iframe { width: 100%%; height: 36rem; border: 1px solid var(--line); background: #fff; }
            </style></head><body>
            """;

    private MailPages() {}

    static String list(List<CaughtMail> mails, int page, int size) {
        StringBuilder html = new StringBuilder(HEAD.formatted("Caught mail"));
        html.append(
                "<main><h1>Caught mail</h1><p class=quiet>Every mail of this cooperative ends here; none is sent on.</p>");
        if (mails.isEmpty()) {
            html.append("<p>No mail yet.</p>");
        }
        html.append("<ol>");
        for (CaughtMail mail : mails.subList(0, Math.min(size, mails.size()))) {
            html.append("<li><a href=\"/%s\">%s</a><br><span class=quiet>to %s · %s</span></li>".formatted(mail.id(),
                    escape(mail.subject().isEmpty() ? "(no subject)" : mail.subject()),
                    escape(String.join(", ", mail.to())), TIME.format(mail.at())));
        }
        html.append("</ol><p>");
        if (page > 1) {
            html.append("<a href=\"/?page=%d\">Newer</a> ".formatted(page - 1));
        }
        if (mails.size() > size) {
            html.append("<a href=\"/?page=%d\">Older</a>".formatted(page + 1));
        }
        return html.append("</p></main></body></html>").toString();
    }

    static String one(CaughtMail mail) {
        StringBuilder html = new StringBuilder(HEAD.formatted(escape(mail.subject())));
        html.append("<main><p><a href=\"/\">All mail</a></p><h1>").append(escape(mail.subject())).append("</h1><dl>");
        html.append("<dt>From</dt><dd>").append(escape(mail.from())).append("</dd>");
        html.append("<dt>To</dt><dd>").append(escape(String.join(", ", mail.to()))).append("</dd>");
        html.append("<dt>At</dt><dd>").append(TIME.format(mail.at())).append("</dd>");
        String unsubscribe = mail.headers().get("List-Unsubscribe");
        if (unsubscribe != null) {
            html.append("<dt>List-Unsubscribe</dt><dd>").append(escape(unsubscribe)).append("</dd>");
        }
        html.append("</dl><pre>").append(linked(escape(mail.text()))).append("</pre>");
        if (mail.html() != null) {
            html.append(
                    "<iframe title=\"The mail as HTML\" sandbox=\"allow-popups allow-top-navigation-by-user-activation\" srcdoc=\"<base target='_top'>")
                .append(escape(mail.html()))
                .append("\"></iframe>");
        }
        return html.append("</main></body></html>").toString();
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped)
            .replaceAll(match -> "<a href=\"" + java.util.regex.Matcher.quoteReplacement(
                    match.group()) + "\">" + java.util.regex.Matcher.quoteReplacement(match.group()) + "</a>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
