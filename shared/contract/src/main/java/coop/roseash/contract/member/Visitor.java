package coop.roseash.contract.member;

/// Whoever looks at a page: a guest known by a random token on this device only, or a signed-in member.
public sealed interface Visitor {
    /// A stable, unguessable key for what belongs to this visitor (basket, personal fragments).
    String key();

    /// @param token at least 128 random bits, URL-safe; empty for a guest who owns nothing yet
    record Guest(String token) implements Visitor {
        @Override
        public String key() {
            return token.isEmpty() ? "" : "g:" + token;
        }
    }

    record SignedIn(long memberId) implements Visitor {
        @Override
        public String key() {
            return "m:" + memberId;
        }
    }
}
