package coop.roseash.service.blog.lexical;

import java.util.Map;
import java.util.stream.Collectors;

/// Invites to subscribe: Ghost's own form, or on the site a link to the newsletters.
final class SignUpCard {
    private static final Template SIGN_UP = Template.of("signup");

    private SignUpCard() {}

    static String render(Fields card, RenderOptions options) {
        return options.cleaning().keepsScript() ? form(card, options) : link(card, options);
    }

    private static String link(Fields card, RenderOptions options) {
        Cleaning cleaning = options.cleaning();
        return "<aside class=\"kg-card kg-signup-card\">"
                + element("h2", "kg-signup-card-heading", "", cleaning.phrase(card.text("header")))
                + element("p", "kg-signup-card-subheading", "", cleaning.phrase(card.text("subheader")))
                + "<p><a class=\"button\"" + Html.attribute("href", options.signUp()) + ">"
                + Html.text(card.text("buttonText", "Subscribe")) + "</a></p>"
                + element("p", "kg-signup-card-disclaimer", "", cleaning.phrase(card.text("disclaimer"))) + "</aside>";
    }

    private static String form(Fields card, RenderOptions options) {
        Cleaning cleaning = options.cleaning();
        String layout = card.text("layout", "wide");
        boolean split = "split".equals(layout);
        boolean pictured = card.has("backgroundImageSrc");
        String background = card.text("backgroundColor", "#F0F0F0");
        boolean accent = "accent".equals(background);
        String button = card.text("buttonColor", "accent");
        String style = style(card, background, split || !pictured);
        String picture = pictured
                ? "\n        <picture><img class=\"kg-signup-card-image\""
                        + Html.attribute("src", card.text("backgroundImageSrc")) + " alt=\"\"></picture>\n    "
                : "";
        return SIGN_UP.fill(Map.ofEntries(
                Map.entry("classes", Html.attribute(HeaderCards.classes("kg-signup-card", card, layout))),
                Map.entry("accent", accent && (split || !pictured) ? "kg-style-accent" : ""),
                Map.entry("background", !accent && (!pictured || split)
                        ? "background-color: " + cleaning.style(background)
                        : ""),
                Map.entry("imageAbove", split ? "" : picture),
                Map.entry("imageBeside", split ? picture : ""),
                Map.entry("alignment", "center".equals(card.text("alignment", "left")) ? "kg-align-center" : ""),
                Map.entry("header",
                        element("h2", "kg-signup-card-heading", style, cleaning.phrase(card.text("header")))),
                Map.entry("subheader",
                        element("p", "kg-signup-card-subheading", style, cleaning.phrase(card.text("subheader")))),
                Map.entry("disclaimer",
                        element("p", "kg-signup-card-disclaimer", style, cleaning.phrase(card.text("disclaimer")))),
                Map.entry("labels", labels(card)),
                Map.entry("buttonAccent", "accent".equals(button) ? "kg-style-accent" : ""),
                Map.entry("buttonStyle",
                        "accent".equals(button) ? "" : "background-color: " + cleaning.style(button) + ";"),
                Map.entry("buttonTextColor", cleaning.style(card.text("buttonTextColor", "#FFFFFF"))),
                Map.entry("buttonText", cleaning.phrase(card.text("buttonText", "Subscribe"))),
                Map.entry("textStyle", style),
                Map.entry("success", cleaning.phrase(card.text("successMessage",
                        "Email sent! Check your inbox to complete your signup.")))));
    }

    private static String style(Fields card, String background, boolean onColour) {
        if ("transparent".equals(card.text("backgroundColor")) && onColour) {
            return "";
        }
        return "style=\"color: " + Html.attribute(card.text("textColor", "#000000")) + ";\"";
    }

    private static String labels(Fields card) {
        return card.list("labels")
            .stream()
            .map(label -> "<input data-members-label type=\"hidden\"" + Html.attribute("value", label.node().asText())
                    + ">")
            .collect(Collectors.joining("\n"));
    }

    private static String element(String tag, String name, String style, String html) {
        return html.isEmpty()
                ? ""
                : "<" + tag + " class=\"" + name + "\" " + style + ">" + html + "</" + tag + ">";
    }
}
