package coop.roseash.dev.supplier;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/// Reads a shape: an ellipse `E cx cy rx ry`, a rectangle `R x y w h r`, or a path of `M`, `L`, `Q`, `C` and `Z`.
final class Shapes {
    private final String[] words;
    private int at;

    private Shapes(String[] words, int at) {
        this.words = words;
        this.at = at;
    }

    static Shape read(String[] words, int from) {
        return new Shapes(words, from).shape();
    }

    private Shape shape() {
        return switch (words[at++].charAt(0)) {
            case 'E' -> ellipse(next(), next(), next(), next());
            case 'R' -> rectangle(next(), next(), next(), next(), next());
            default -> path();
        };
    }

    private static Shape ellipse(float x, float y, float radiusX, float radiusY) {
        return new Ellipse2D.Float(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    private static Shape rectangle(float x, float y, float width, float height, float radius) {
        return new RoundRectangle2D.Float(x, y, width, height, 2 * radius, 2 * radius);
    }

    private Shape path() {
        at--;
        Path2D.Float path = new Path2D.Float();
        while (at < words.length) {
            // A command and its first number may stand together, as in `M480`.
            char command = words[at].charAt(0);
            words[at] = words[at].substring(1);
            if (words[at].isEmpty()) {
                at++;
            }
            switch (command) {
                case 'M' -> path.moveTo(next(), next());
                case 'L' -> path.lineTo(next(), next());
                case 'Q' -> path.quadTo(next(), next(), next(), next());
                case 'C' -> path.curveTo(next(), next(), next(), next(), next(), next());
                case 'Z' -> path.closePath();
                default -> throw new IllegalArgumentException("No shape '" + command + "'");
            }
        }
        return path;
    }

    private float next() {
        return Float.parseFloat(words[at++]);
    }
}
