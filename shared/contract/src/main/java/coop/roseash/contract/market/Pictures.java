package coop.roseash.contract.market;

import java.util.Optional;

/// Product pictures by what they are; the same bytes are kept once.
public interface Pictures {
    /// @param hash SHA-256 of the original in lower-case hex
    Optional<File> file(String hash, int width);

    StoreOutcome store(byte[] original);

    record File(String mediaType, byte[] bytes) {}

    sealed interface StoreOutcome {
        record Stored(String hash) implements StoreOutcome {}

        record NotAPicture(String reason) implements StoreOutcome {}
    }
}
