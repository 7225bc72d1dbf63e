package coop.roseash.contract.blog;

/// A subject of posts; an internal one (Ghost's `#name`) sorts posts for the editors and is never shown.
public record Tag(long id, String slug, String name, String description, boolean internal) {}
