package coop.roseash.dev.supplier;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/// Draws the pictures of the supplier's products out of the flat shapes in `demo/supplier/motifs.txt`.
final class Drawing {
    private static final String FILE = "/demo/supplier/motifs.txt";
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int SHELF = 520;
    private static final int LOWERED = 22;
    private static final double ENLARGED = 1.3;
    private static final Color PAPER = new Color(0xfdf8ee);
    private static final Color INK = new Color(0x3a2c25);

    private final Map<String, List<Stroke>> motifs = new HashMap<>();

    /// @param main colours as six hexadecimal digits
    record Spec(String motif, String main, String accent) {}

    /// @param width 0 for a filled shape
    private record Stroke(String colour, float width, Shape shape) {}

    private Drawing() {}

    static Drawing read() throws IOException {
        Drawing drawing = new Drawing();
        try (InputStream file = Drawing.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("The supplier's motifs " + FILE + " are missing");
            }
            List<Stroke> motif = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.strip().split(" ");
                switch (words[0]) {
                    case "fill" -> motif.add(new Stroke(words[1], 0, Shapes.read(words, 2)));
                    case "line" -> motif.add(new Stroke(words[1], Float.parseFloat(words[2]), Shapes.read(words, 3)));
                    case "#", "" -> {
                        // A remark.
                    }
                    default -> drawing.motifs.put(words[0], motif = new ArrayList<>());
                }
            }
        }
        return drawing;
    }

    /// @throws IllegalArgumentException when there is no such motif
    byte[] png(Spec spec) throws IOException {
        List<Stroke> motif = motifs.get(spec.motif());
        if (motif == null) {
            throw new IllegalArgumentException("No motif '" + spec.motif() + "'");
        }
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Color main = colour(spec.main());
        drawBackground(graphics, main);
        graphics.translate(WIDTH / 2.0, SHELF + LOWERED);
        graphics.scale(ENLARGED, ENLARGED);
        graphics.translate(-WIDTH / 2.0, -SHELF);
        for (Stroke stroke : motif) {
            graphics.setColor(named(stroke.colour(), main, colour(spec.accent())));
            if (stroke.width() == 0) {
                graphics.fill(stroke.shape());
            } else {
                graphics.setStroke(
                        new BasicStroke(stroke.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(stroke.shape());
            }
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// A wall and a shelf in a breath of the thing's own colour, and its shadow.
    private static void drawBackground(Graphics2D graphics, Color main) {
        graphics.setColor(mixed(PAPER, mixed(main, new Color(0xe9dcc8), 0.65f), 0.62f));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(mixed(PAPER, mixed(main, new Color(0xd9c6ab), 0.6f), 0.85f));
        graphics.fillRect(0, SHELF, WIDTH, HEIGHT - SHELF);
        graphics.setColor(new Color(INK.getRed(), INK.getGreen(), INK.getBlue(), 34));
        graphics.fill(new Ellipse2D.Float(190, SHELF, 580, 44));
    }

    private static Color named(String name, Color main, Color accent) {
        return switch (name) {
            case "main" -> main;
            case "dark" -> mixed(main, INK, 0.24f);
            case "light" -> mixed(main, PAPER, 0.34f);
            case "accent" -> accent;
            case "paper" -> PAPER;
            case "ink" -> INK;
            default -> throw new IllegalArgumentException("No colour '" + name + "'");
        };
    }

    private static Color colour(String digits) {
        return new Color(Integer.parseInt(digits, 16));
    }

    private static Color mixed(Color one, Color other, float share) {
        return new Color(
                Math.round(one.getRed() + (other.getRed() - one.getRed()) * share),
                Math.round(one.getGreen() + (other.getGreen() - one.getGreen()) * share),
                Math.round(one.getBlue() + (other.getBlue() - one.getBlue()) * share));
    }
}
