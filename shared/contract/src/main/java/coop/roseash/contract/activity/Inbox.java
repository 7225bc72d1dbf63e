package coop.roseash.contract.activity;

import java.util.List;
import java.util.Map;

/// Takes in what other servers post to our inboxes: checked, stored once, processed later.
public interface Inbox {
    /// The longest body, in bytes.
    int MAXIMUM_BODY = 1024 * 1024;

    Outcome receive(Delivery delivery);

    /// A POST as it arrived.
    ///
    /// @param target path and query, as sent
    /// @param headers names in lower case
    record Delivery(String target, Map<String, List<String>> headers, byte[] body) {
        public Delivery {
            headers = Map.copyOf(headers);
        }
    }

    sealed interface Outcome {
        /// Stored, or known already, or of no use to us: nothing for the sender to do (202).
        record Taken() implements Outcome {}

        /// @param status 400, 401, 403, 413 or 415
        record Refused(int status, String reason) implements Outcome {}

        /// The sender's server sends too much, or we cannot reach it to check (429 or 503).
        record Later(int status, long seconds) implements Outcome {}
    }
}
