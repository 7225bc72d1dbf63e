package coop.roseash.service.market;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import coop.roseash.contract.market.Picture;

/// Makes the sizes a picture is shown in; only pixels survive, so no metadata (EXIF, GPS) does.
final class PictureSizes {
    private static final long MOST_PIXELS = 40_000_000;
    private static final int WIDEST_SHOWN = 640;
    private static final float JPEG_QUALITY = 0.86f;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    record Rendition(int width, int height, String mediaType, byte[] bytes) {}

    sealed interface Outcome {
        /// @param width of the original
        record Made(int width, int height, List<Rendition> renditions) implements Outcome {}

        record Unreadable(String reason) implements Outcome {}
    }

    private PictureSizes() {}

    static Outcome of(byte[] original) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(original))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return new Outcome.Unreadable("it is not a PNG, JPEG or GIF picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // The decoders throw many kinds of exception for broken files; all mean the same to a shopkeeper.
            return new Outcome.Unreadable("the picture is broken");
        }
    }

    /// The header tells the size before anything is decoded.
    private static Outcome read(ImageReader reader) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            return new Outcome.Unreadable("it is not a PNG, JPEG or GIF picture");
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return new Outcome.Unreadable("it has more than 40 million pixels");
        }
        ImageReadParam sampling = reader.getDefaultReadParam();
        int step = Math.max(1, width / (2 * WIDEST_SHOWN));
        sampling.setSourceSubsampling(step, step, 0, 0);
        BufferedImage decoded = reader.read(0, sampling);
        List<Rendition> renditions = new ArrayList<>();
        for (int wanted : Picture.widthsOf(width)) {
            renditions.add(rendition(decoded, wanted, Math.max(1, Math.round((float) height * wanted / width))));
        }
        return new Outcome.Made(width, height, List.copyOf(renditions));
    }

    private static Rendition rendition(BufferedImage decoded, int width, int height) throws IOException {
        boolean transparent = decoded.getColorModel().hasAlpha();
        BufferedImage halved = decoded;
        // Bilinear scaling reads two pixels each way; halving first keeps thin lines.
        while (halved.getWidth() >= 2 * width && halved.getHeight() >= 2 * height) {
            halved = scaled(halved, halved.getWidth() / 2, halved.getHeight() / 2, transparent);
        }
        BufferedImage made = scaled(halved, width, height, transparent);
        return transparent
                ? new Rendition(width, height, "image/png", png(made))
                : new Rendition(width, height, "image/jpeg", jpeg(made));
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height, boolean transparent) {
        BufferedImage to = new BufferedImage(
                width,
                height,
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, 0, 0, width, height, null);
        graphics.dispose();
        return to;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
