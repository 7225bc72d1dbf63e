package coop.roseash.service.blog;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.fragment.FragmentChanges;

/// Tells the other apps which of the blog's fragments are out of date.
@ApplicationScoped
class Changes {
    private final FragmentChanges fragments;

    Changes(FragmentChanges fragments) {
        this.fragments = fragments;
    }

    void navigation() {
        fragments.changed("nav");
    }

    void posts() {
        fragments.changed("post-card");
        fragments.changed("post-teasers");
    }
}
