package coop.roseash.contract.blog;

import java.util.Locale;

/// Where a post stands; only PUBLISHED is seen by readers. SENT went out by mail only.
public enum PostStatus {
    DRAFT, SCHEDULED, PUBLISHED, UNPUBLISHED, SENT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
