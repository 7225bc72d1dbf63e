package coop.roseash.infrastructure.fragment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Visitor;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Who looks at the current page, and at which.
@RequestScoped
class Viewer {
    private final CurrentVisitor current;
    private final RoutingContext request;
    private final String locale;

    Viewer(CurrentVisitor current, RoutingContext request, SiteSettings site) {
        this.current = current;
        this.request = request;
        this.locale = site.locale().toLanguageTag();
    }

    /// For whom this request's fragment is to be made.
    LentTo of(FragmentRequest wanted) {
        if (wanted.audience() == FragmentRequest.Audience.EVERYBODY) {
            return LentTo.everybody(locale);
        }
        Optional<Member> member = current.member();
        if (member.isPresent()) {
            return new LentTo(member.get(), null, locale);
        }
        boolean own = wanted.audience() == FragmentRequest.Audience.VISITOR;
        return own && current.visitor() instanceof Visitor.Guest(String token) && !token.isEmpty()
                ? new LentTo(null, token, locale)
                : LentTo.everybody(locale);
    }

    /// The current page's path and query, encoded for use in a query.
    String here() {
        return URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8);
    }
}
