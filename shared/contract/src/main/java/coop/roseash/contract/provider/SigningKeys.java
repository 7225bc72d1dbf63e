package coop.roseash.contract.provider;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;

/// The keys that sign tokens; the same on all replicas.
public interface SigningKeys {
    /// The key that signs now.
    ///
    /// @param algorithm `ES256` or `RS256`
    SigningKey current(String algorithm);

    /// All whose signatures still count: the current ones, and those retired for less than the longest token life.
    List<SigningKey> published();

    /// A key pair of one algorithm.
    record SigningKey(String kid, String algorithm, PublicKey publicKey, PrivateKey privateKey) {
        @Override
        public String toString() {
            return kid;
        }
    }
}
