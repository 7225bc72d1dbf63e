package coop.roseash.contract.blog;

import java.util.Optional;

/// Pictures kept by their content: the same bytes are kept once and never change.
public interface Pictures {
    KeepOutcome keep(String fileName, byte[] bytes);

    Optional<File> byHash(String hash);

    /// @param mediaType for example `image/svg+xml`
    record File(String mediaType, byte[] bytes) {}

    sealed interface KeepOutcome {
        /// @param picture its address is a path on the blog
        record Kept(Picture picture) implements KeepOutcome {}

        record Refused(String message) implements KeepOutcome {}
    }
}
