package coop.roseash.federation.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import coop.roseash.contract.activity.Notifications;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What the tabs of the social pages need to know of the visitor.
@Named("social")
@RequestScoped
public class SocialNav {
    private final Notifications notifications;
    private final CurrentVisitor visitor;

    SocialNav(Notifications notifications, CurrentVisitor visitor) {
        this.notifications = notifications;
        this.visitor = visitor;
    }

    public boolean signedIn() {
        return visitor.member().isPresent();
    }

    public boolean admin() {
        return visitor.member().filter(member -> member.has(Role.ADMIN)).isPresent();
    }

    public long unread() {
        return visitor.member().map(Member::id).map(notifications::unread).orElse(0L);
    }
}
