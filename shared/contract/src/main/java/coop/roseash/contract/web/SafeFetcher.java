package coop.roseash.contract.web;

/// Speaks to servers named by others (suppliers, fediverse actors, bookmarked pages) and to public addresses only.
///
/// The name is resolved once, every address is checked, and the connection goes to a checked one; each redirect is
/// checked anew. Authorities named in the setting `web.allowed-authorities` are let through as they are.
/// Blocks the calling (virtual) thread; must not be called inside a transaction.
public interface SafeFetcher {
    FetchOutcome fetch(FetchRequest request);
}
