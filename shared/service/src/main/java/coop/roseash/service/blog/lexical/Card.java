package coop.roseash.service.blog.lexical;

/// Renders one kind of card; an empty card is an empty string.
@FunctionalInterface
interface Card {
    String render(Fields card, RenderOptions options);
}
