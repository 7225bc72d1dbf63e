package coop.roseash.service.blog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// The kinds of file the site keeps, told by their first bytes and never by their names.
///
/// Editors upload pictures; sound, film and documents come with an import.
enum FileKind {
    PNG("image/png"), JPEG("image/jpeg"), GIF("image/gif"), WEBP("image/webp"), SVG("image/svg+xml"), PDF(
            "application/pdf"), WAV("audio/wav"), MP3("audio/mpeg"), MP4("video/mp4");

    private static final Pattern SVG_TAG = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern VIEW_BOX = Pattern
        .compile("viewBox=[\"']\\s*[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)");
    private static final Pattern WIDTH = Pattern.compile("\\swidth=[\"']([0-9.]+)(?:px)?[\"']");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight=[\"']([0-9.]+)(?:px)?[\"']");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    static Optional<FileKind> of(byte[] bytes) {
        if (starts(bytes, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (starts(bytes, "ID3")) {
            return Optional.of(MP3);
        }
        if (named(bytes, 4, "ftyp")) {
            return Optional.of(MP4);
        }
        if (starts(bytes, "RIFF")) {
            return named(bytes, 8, "WEBP")
                    ? Optional.of(WEBP)
                    : named(bytes, 8, "WAVE") ? Optional.of(WAV) : Optional.empty();
        }
        return picture(bytes);
    }

    private static Optional<FileKind> picture(byte[] bytes) {
        if (starts(bytes, "\u0089PNG\r\n")) {
            return Optional.of(PNG);
        }
        if (starts(bytes, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (starts(bytes, "GIF8")) {
            return Optional.of(GIF);
        }
        return SVG_TAG.matcher(head(bytes)).find() ? Optional.of(SVG) : Optional.empty();
    }

    /// Empty where the size cannot be told.
    Optional<Size> size(byte[] bytes) {
        return switch (this) {
            case SVG -> svgSize(head(bytes));
            case WEBP, PDF, WAV, MP3, MP4 -> Optional.empty();
            case PNG, JPEG, GIF -> rasterSize(bytes);
        };
    }

    private static Optional<Size> svgSize(String text) {
        Matcher tag = SVG_TAG.matcher(text);
        if (!tag.find()) {
            return Optional.empty();
        }
        Matcher width = WIDTH.matcher(tag.group());
        Matcher height = HEIGHT.matcher(tag.group());
        if (width.find() && height.find()) {
            return Optional.of(Size.of(width.group(1), height.group(1)));
        }
        Matcher box = VIEW_BOX.matcher(tag.group());
        return box.find() ? Optional.of(Size.of(box.group(1), box.group(2))) : Optional.empty();
    }

    private static Optional<Size> rasterSize(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
    }

    private static boolean named(byte[] bytes, int at, String name) {
        return bytes.length > at + name.length() && starts(Arrays.copyOfRange(bytes, at, at + name.length()), name);
    }

    private static boolean starts(byte[] bytes, String latin) {
        byte[] start = latin.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /// In pixels.
    record Size(int width, int height) {
        static Size of(String width, String height) {
            return new Size((int) Math.round(Double.parseDouble(width)), (int) Math.round(Double.parseDouble(height)));
        }
    }
}
