package coop.roseash.events.ticket;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import io.nayuki.qrcodegen.QrCode.Ecc;

/// A QR code (ISO/IEC 18004, error correction level M) with its quiet zone.
///
/// @param path of an SVG picture, one unit per module
/// @param size of the picture in modules
/// @param code what it was made from, for other kinds of picture
public record QrCode(String path, int size, io.nayuki.qrcodegen.QrCode code) {
    private static final int QUIET = 4;
    private static final int PIXELS = 6;
    private static final int WHITE = 0xffffff;

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
        return new QrCode(path.toString(), code.size + 2 * QUIET, code);
    }

    /// For mail, whose readers draw no SVG.
    byte[] png() {
        int side = size * PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, code.getModule(x / PIXELS - QUIET, y / PIXELS - QUIET) ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
