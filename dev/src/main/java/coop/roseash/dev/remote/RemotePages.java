package coop.roseash.dev.remote;

import java.util.List;

/// The remote server's one page: what Wren got, whom she follows, and what she can be asked to do.
final class RemotePages {
    private static final String HEAD = """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Wren of elsewhere</title><style>
            :root { color-scheme: light dark; --paper: light-dark(#f3f6f8, #14191c); --ink: light-dark(#1c2429, #e3e9ec);
              --line: light-dark(#cbd5da, #37444b); --sea: light-dark(#1d5f7a, #7fc3de); }
            body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto;
              max-width: 52rem; padding: 1.5rem; overflow-wrap: anywhere; }
            h1, h2 { font: 600 1.5rem/1.2 Charter, Georgia, serif; } h2 { font-size: 1.2rem; margin-top: 2rem; }
            a { color: var(--sea); } form { display: flex; flex-wrap: wrap; gap: .5rem; margin-block: .75rem; }
            label { flex: 1 1 100%; } input { flex: 1 1 16rem; font: inherit; padding: .4rem; }
            button { font: inherit; padding: .4rem .9rem; } ol, ul { list-style: none; padding: 0; }
            li { border-top: 1px solid var(--line); padding: .6rem 0; } .quiet { opacity: .8; font-size: .875rem; }
            pre { white-space: pre-wrap; font-size: .8125rem; } .bad { color: light-dark(#a02020, #ff9c9c); }
            </style></head><body><main>
            """;
    private static final int SHOWN = 50;

    private RemotePages() {}

    static String show(RemoteActor wren, RemoteState state, String message) {
        StringBuilder html = new StringBuilder(HEAD);
        html.append("<h1>Wren of elsewhere</h1><p>Another server of the fediverse, with one person on it: <strong>@")
            .append(escape(wren.address()))
            .append("</strong>. Everything she gets is listed here, and as <a href=\"/received.json\">JSON</a>.</p>");
        if (!message.isEmpty()) {
            html.append("<p role=\"status\"><strong>").append(escape(message)).append("</strong></p>");
        }
        html.append("""
                <form method="post" action="/control/follow"><label for="address">Have Wren follow</label>
                <input id="address" name="address" required placeholder="@blog@blog.rose-ash.localhost:8080">
                <button>Follow</button></form>
                <form method="post" action="/control/post"><label for="text">Have Wren write</label>
                <input id="text" name="text" required maxlength="1000"><button>Post</button></form>
                """);
        html.append("<h2>Following</h2><ul>");
        state.following()
            .forEach((actor, accepted) -> html.append("<li>%s <span class=quiet>%s</span></li>".formatted(escape(actor),
                    accepted ? "accepted" : "asked")));
        html.append("</ul><h2>Followers</h2><ul>");
        state.followers().keySet().forEach(actor -> html.append("<li>").append(escape(actor)).append("</li>"));
        html.append("</ul><h2>Received</h2>");
        received(html, state.received());
        return html.append("</main></body></html>").toString();
    }

    private static void received(StringBuilder html, List<RemoteState.Received> received) {
        if (received.isEmpty()) {
            html.append("<p>Nothing yet.</p>");
        }
        html.append("<ol>");
        for (RemoteState.Received each : received.subList(0, Math.min(SHOWN, received.size()))) {
            html.append("""
                    <li><strong>%s</strong> by %s <span class="%s">%s</span><br><span class=quiet>about %s · %s</span>
                    <details><summary>Body</summary><pre>%s</pre></details></li>
                    """.formatted(escape(each.type()), escape(each.actor()), each.verified() ? "quiet" : "bad",
                    each.verified() ? "signature verified" : "signature refused", escape(each.object()),
                    escape(each.at()), escape(each.body())));
        }
        html.append("</ol>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
