package coop.roseash.service.newsletter;

import java.net.URI;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.newsletter.NewsletterArchive.SentIssue;
import coop.roseash.model.newsletter.NewsletterSubscriptionEntity;

/// An issue as a mail to one reader: HTML and plain text, with the links to leave (RFC 2369, RFC 8058).
@ApplicationScoped
class IssueMail {
    /// Mail programs cut off what is longer; such an issue is begun here and read on on the web.
    private static final int LONGEST_HTML = 90_000;
    private static final int EXCERPT = 1_200;

    private final Addresses addresses;
    private final SiteSettings site;

    IssueMail(Addresses addresses, SiteSettings site) {
        this.addresses = addresses;
        this.site = site;
    }

    Mail to(NewsletterSubscriptionEntity reader, SentIssue issue) {
        URI leave = account("/newsletters/unsubscribe/" + reader.secret);
        URI choices = account("/newsletters/preferences/" + reader.secret);
        URI web = account("/newsletters/" + issue.newsletter().slug() + "/" + issue.id());
        String content = content(issue);
        return new Mail(
                "newsletter/" + issue.id() + "/" + reader.id,
                reader.email,
                issue.subject(),
                text(issue, content, web, leave),
                html(issue, content, new Links(web, choices, leave)),
                Map.of(
                        "List-Unsubscribe",
                        "<" + leave + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click",
                        "List-Id",
                        issue.newsletter().slug() + " <" + issue.newsletter().slug() + "." + leave.getHost() + ">"));
    }

    private record Links(URI web, URI choices, URI leave) {}

    private URI account(String path) {
        return addresses.page(AppName.ACCOUNT, path);
    }

    private static String content(SentIssue issue) {
        if (issue.html().length() <= LONGEST_HTML) {
            return issue.html();
        }
        String text = Jsoup.parseBodyFragment(issue.html()).text();
        String begin = text.substring(0, Math.min(text.length(), EXCERPT));
        return "<p>" + Entities.escape(begin) + " …</p>";
    }

    private String text(SentIssue issue, String content, URI web, URI leave) {
        return """
                %s
                %s

                %s

                --
                %s · on the web: %s
                You get this because you subscribed to "%s". To leave: %s
                """
            .formatted(
                    issue.subject(),
                    issue.page(),
                    PlainText.of(content),
                    site.name(),
                    web,
                    issue.newsletter().name(),
                    leave);
    }

    /// Mail programs know no stylesheets, so the few styles stand where they are used.
    private String html(SentIssue issue, String content, Links links) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body style="margin:0;background:#f8f3eb;color:#241c19;font:17px/1.6 Georgia,serif">
                <div style="max-width:600px;margin:0 auto;padding:24px">
                <p style="margin:0 0 24px;padding-bottom:12px;border-bottom:3px double #8d8073"><b style="color:%s">%s</b> · %s</p>
                <h1 style="font-size:30px;line-height:1.15;font-weight:normal;margin:0 0 16px"><a href="%s" style="color:#241c19;text-decoration:none">%s</a></h1>
                %s
                <p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #dccfbf;font:13px/1.5 sans-serif;color:#5f534b">You get this because you subscribed to “%s”. <a href="%s" style="color:#5f534b">Read it on the web</a> · <a href="%s" style="color:#5f534b">Choose what you get</a> · <a href="%s" style="color:#5f534b">Unsubscribe</a></p>
                </div></body></html>
                """
            .formatted(
                    site.locale().toLanguageTag(),
                    Entities.escape(issue.subject()),
                    site.accent(),
                    Entities.escape(site.name()),
                    Entities.escape(issue.newsletter().name()),
                    Entities.escape(issue.page().toString()),
                    Entities.escape(issue.subject()),
                    content,
                    Entities.escape(issue.newsletter().name()),
                    links.web(),
                    links.choices(),
                    links.leave());
    }
}
