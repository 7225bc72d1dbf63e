package coop.roseash.service.activity;

import java.security.GeneralSecurityException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeySealTest {
    private static final byte[] CONTENT = "a private key".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Test
    void opensWhatItSealedAndNeverSealsTheSameWayTwice() throws GeneralSecurityException {
        KeySeal seal = new KeySeal("a secret of some length");
        byte[] sealed = seal.seal(CONTENT);
        assertThat(seal.open(sealed)).isEqualTo(CONTENT);
        assertThat(new KeySeal("a secret of some length").open(sealed)).isEqualTo(CONTENT);
        assertThat(seal.seal(CONTENT)).isNotEqualTo(sealed);
    }

    @Test
    void noticesAnotherSecretAndAChangedByte() {
        byte[] sealed = new KeySeal("a secret of some length").seal(CONTENT);
        assertThatThrownBy(() -> new KeySeal("another secret, as long").open(sealed))
            .isInstanceOf(GeneralSecurityException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> new KeySeal("a secret of some length").open(sealed))
            .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new KeySeal("a secret of some length").open(new byte[5]))
            .isInstanceOf(GeneralSecurityException.class);
    }
}
