package coop.roseash.contract.provider;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/// The keys that sign tokens; the same on all replicas.
public interface SigningKeys {
    /// The key that signs now.
    ///
    /// @param algorithm `ES256` or `RS256`
    SigningKey current(String algorithm);

    /// All that clients should know: those that sign, those that will, and those replaced for less than the longest
    /// token life.
    List<SigningKey> published();

    /// All that ever signed a token which may still come back as a hint.
    List<SigningKey> remembered();

    /// Makes new keys of all kinds, published at once and signing a little later, when every replica knows them.
    ///
    /// @return when they begin to sign
    Instant rotate();

    /// Makes new keys that sign at once, and believes the old ones no more, because one of them has leaked.
    void replace();

    /// A key pair of one algorithm.
    ///
    /// @param signsFrom when it began to sign, or will
    record SigningKey(String kid, String algorithm, PublicKey publicKey, PrivateKey privateKey, Instant signsFrom) {
        @Override
        public String toString() {
            return kid;
        }
    }
}
