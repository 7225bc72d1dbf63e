package coop.roseash.dev.remote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTTP signatures of this server, written on purpose without the platform's code, so that each checks the other.
final class Signatures {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private Signatures() {}

    static String sign(String method, String target, Map<String, String> headers, String keyId, PrivateKey key) {
        String names = "(request-target) host date" + (headers.containsKey("digest") ? " digest" : "");
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(text(method, target, headers, List.of(names.split(" "))).getBytes(StandardCharsets.UTF_8));
            return "keyId=\"%s\",algorithm=\"rsa-sha256\",headers=\"%s\",signature=\"%s\"".formatted(keyId, names,
                    Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with RSA", e);
        }
    }

    static String parameter(String header, String name) {
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        return "";
    }

    /// Whether the signature covers what matters, the digest is the body's, and the key made it.
    static boolean verify(String target, Map<String, String> headers, byte[] body, String pem) {
        String header = headers.getOrDefault("signature", "");
        List<String> names = Arrays.asList(parameter(header, "headers").split(" "));
        boolean covers = names.containsAll(List.of("(request-target)", "host", "date", "digest"));
        if (!covers || !digest(body).equals(headers.get("digest"))) {
            return false;
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(text("post", target, headers, names).getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(parameter(header, "signature")));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    static String digest(byte[] body) {
        try {
            return "SHA-256=" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String text(String method, String target, Map<String, String> headers, List<String> names) {
        return String.join("\n", names.stream()
            .map(name -> name + ": "
                    + (name.equals("(request-target)") ? method + " " + target : headers.getOrDefault(name, "")))
            .toList());
    }
}
