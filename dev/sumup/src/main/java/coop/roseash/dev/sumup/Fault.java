package coop.roseash.dev.sumup;

/// What goes wrong on request.
public enum Fault {
    /// Answers after two seconds.
    DELAY,
    /// 500 without doing anything.
    SERVER_ERROR,
    /// 503 after the effect.
    SERVER_ERROR_AFTER,
    /// 429 without doing anything.
    TOO_MANY_REQUESTS,
    /// The connection breaks before anything is done.
    RESET_BEFORE,
    /// It is done, but the connection breaks before the answer.
    RESET_AFTER,
    /// A body that is no JSON, after the effect.
    MALFORMED,
    /// Reads show the checkout as it was made.
    STALE,
    /// Reads say 404.
    NOT_FOUND,
    /// Reads say PENDING though a payment succeeded.
    PENDING_THOUGH_PAID,
    SWAPPED_AMOUNT, SWAPPED_CURRENCY, SWAPPED_MERCHANT, SWAPPED_REFERENCE,
    /// A payment is taken twice.
    SECOND_SUCCESS,
    /// The webhook comes three times at once.
    WEBHOOK_TRIPLED,
    /// The webhook never comes.
    WEBHOOK_DROPPED,
    /// The webhook comes after three seconds.
    WEBHOOK_DELAYED,
    /// The webhook of a checkout comes before the answer to its creation.
    WEBHOOK_BEFORE_REPLY
}
