package coop.roseash.events.ticket;

import io.nayuki.qrcodegen.QrCode.Ecc;

/// A QR code as the path of an SVG picture (ISO/IEC 18004, error correction level M).
public record QrCode(String path, int size) {
    private static final int QUIET = 4;

    static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        return new QrCode(path.toString(), code.size + 2 * QUIET);
    }
}
