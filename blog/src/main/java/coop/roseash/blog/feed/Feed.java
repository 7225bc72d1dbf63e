package coop.roseash.blog.feed;

import java.util.List;

import coop.roseash.contract.blog.Posts;

/// A feed before it is written in one of its formats.
///
/// @param about the subject or author; empty for the whole site
/// @param path of the page it belongs to
/// @param query that asks for this feed
record Feed(String about, String path, String query, List<Posts.FeedItem> items) {
    String title(String site) {
        return about.isEmpty() ? site : about + " – " + site;
    }
}
