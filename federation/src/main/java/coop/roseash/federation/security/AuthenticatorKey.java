package coop.roseash.federation.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/// The secret of one-time codes as an authenticator app takes it: by QR code, by link, or typed.
///
/// @param uri `otpauth://totp/…`, as all authenticator apps read it
/// @param groups the secret in fours, to be typed
/// @param path the QR code as the path of an SVG picture, one unit per module
/// @param size of the picture in modules, with its quiet zone
record AuthenticatorKey(String uri, String groups, String path, int size) {
    private static final int QUIET = 4;

    static AuthenticatorKey of(String site, String account, String secret) {
        String issuer = encoded(site);
        String uri = "otpauth://totp/" + issuer + ":" + encoded(account) + "?secret=" + secret + "&issuer=" + issuer;
        QrCode code = QrCode.encodeText(uri, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        return new AuthenticatorKey(uri, secret.replaceAll("(.{4})(?=.)", "$1 "), path.toString(),
                code.size + 2 * QUIET);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
