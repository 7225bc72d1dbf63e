package coop.roseash.service.activity.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The test values of draft-cavage-http-signatures-12, appendix C.
class CavageSignatureTest {
    private static final String PUBLIC_KEY = """
            -----BEGIN PUBLIC KEY-----
            MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3
            6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6
            Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw
            oYi+1hqp1fIekaxsyQIDAQAB
            -----END PUBLIC KEY-----
            """;
    private static final Map<String, String> HEADERS = Map.of("host", "example.com", "date",
            "Sun, 05 Jan 2014 21:31:40 GMT", "content-type", "application/json", "digest",
            "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=", "content-length", "18");
    private static final CavageSignature.Request REQUEST = new CavageSignature.Request("POST",
            "/foo?param=value&pet=dog", HEADERS::get);

    @Test
    void verifiesTheDefaultTest() throws Exception {
        assertThat(CavageSignature.verify(REQUEST, header("date",
                "SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM="),
                publicKey()))
            .isTrue();
    }

    @Test
    void verifiesTheBasicTest() throws Exception {
        assertThat(CavageSignature.verify(REQUEST, header("(request-target) host date",
                "qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0="),
                publicKey()))
            .isTrue();
    }

    @Test
    void verifiesTheTestOfAllHeaders() throws Exception {
        assertThat(CavageSignature.verify(REQUEST, header(
                "(request-target) host date content-type digest content-length",
                "vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE="),
                publicKey()))
            .isTrue();
    }

    @Test
    void refusesAChangedTargetAndAMissingHeader() throws Exception {
        SignatureHeader good = header("(request-target) host date",
                "qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=");
        assertThat(CavageSignature.verify(new CavageSignature.Request("POST", "/foo", HEADERS::get), good, publicKey()))
            .isFalse();
        assertThat(CavageSignature.verify(new CavageSignature.Request("POST", REQUEST.target(), name -> null), good,
                publicKey()))
            .isFalse();
    }

    @Test
    void verifiesWhatItSignsWithBothKindsOfKeyAndNotWithTheOther() throws Exception {
        KeyPair rsa = pair("RSA");
        KeyPair edwards = pair("Ed25519");
        for (KeyPair keys : List.of(rsa, edwards)) {
            String value = CavageSignature.sign(REQUEST, List.of("(request-target)", "host", "date", "digest"),
                    "https://example.com/a#main-key", keys.getPrivate());
            SignatureHeader header = SignatureHeader.parse(value).orElseThrow();
            assertThat(CavageSignature.verify(REQUEST, header, keys.getPublic())).isTrue();
            assertThat(CavageSignature.verify(REQUEST, header, keys == rsa ? edwards.getPublic() : rsa.getPublic()))
                .isFalse();
        }
    }

    @Test
    void leavesTheAlgorithmToTheKey() throws Exception {
        KeyPair keys = pair("RSA");
        String value = CavageSignature.sign(REQUEST, List.of("date"), "k", keys.getPrivate());
        assertThat(CavageSignature.verify(REQUEST,
                SignatureHeader.parse(value.replace("rsa-sha256", "hs2019")).orElseThrow(), keys.getPublic()))
            .isTrue();
        assertThat(CavageSignature.verify(REQUEST,
                SignatureHeader.parse(value.replace("rsa-sha256", "hmac-sha256")).orElseThrow(), keys.getPublic()))
            .isFalse();
    }

    @Test
    void refusesBrokenHeaders() {
        assertThat(SignatureHeader.parse("")).isEmpty();
        assertThat(SignatureHeader.parse("keyId=\"k\"")).isEmpty();
        assertThat(SignatureHeader.parse("keyId=\"k\",signature=\"not base64!\"")).isEmpty();
        assertThat(SignatureHeader.parse("keyId=\"k\",keyId=\"l\",signature=\"AA==\"")).isEmpty();
        assertThat(SignatureHeader.parse("keyId=\"k\",signature=\"AA==\" trailing")).isEmpty();
        assertThat(SignatureHeader.parse("keyId=\"k\",signature=\"AA==\",x=\"" + "y".repeat(9_000) + "\"")).isEmpty();
    }

    @Test
    void trustsNoShortRsaKey() {
        assertThat(PublicKeys.fromPem(PUBLIC_KEY)).isEmpty();
        assertThat(PublicKeys.fromPem("-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----")).isEmpty();
    }

    private static SignatureHeader header(String covered, String signature) {
        return SignatureHeader.parse("keyId=\"Test\",algorithm=\"rsa-sha256\",headers=\"" + covered + "\",signature=\""
                + signature + "\"")
            .orElseThrow();
    }

    private static PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(PUBLIC_KEY.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }
}
