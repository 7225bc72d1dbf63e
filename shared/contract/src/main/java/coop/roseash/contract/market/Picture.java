package coop.roseash.contract.market;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A product's picture at its public addresses, ready for `src`, `srcset`, `width` and `height`.
///
/// @param prefix what every size's address begins with
/// @param width of the original, in pixels; 0 for a drawn pattern, which has one size only
public record Picture(String prefix, int width, int height) {
    /// The widths a picture is kept in, as far as its original is that wide.
    private static final List<Integer> WIDTHS = List.of(160, 320, 640);
    private static final int PATTERN_WIDTH = 600;
    private static final int PATTERN_HEIGHT = 400;

    /// The pattern that stands in for a product without a picture.
    public static Picture pattern(String origin, String slug) {
        return new Picture(origin + "/pattern/" + slug, 0, 0);
    }

    /// The widths kept of an original: each one that needs no enlarging, and the smallest in any case.
    public static List<Integer> widthsOf(int originalWidth) {
        return IntStream.range(0, WIDTHS.size())
            .filter(index -> index == 0 || WIDTHS.get(index) <= originalWidth)
            .mapToObj(WIDTHS::get)
            .toList();
    }

    public boolean drawn() {
        return width == 0;
    }

    public URI small() {
        return address(widths().getFirst());
    }

    public URI large() {
        return address(widths().getLast());
    }

    /// Empty for a drawn pattern.
    public String srcset() {
        return drawn()
                ? ""
                : widths().stream().map(each -> address(each) + " " + each + "w").collect(Collectors.joining(", "));
    }

    public int shownWidth() {
        return drawn() ? PATTERN_WIDTH : widths().getLast();
    }

    public int shownHeight() {
        return drawn() ? PATTERN_HEIGHT : Math.max(1, Math.round((float) height * shownWidth() / width));
    }

    private List<Integer> widths() {
        return drawn() ? List.of(PATTERN_WIDTH) : widthsOf(width);
    }

    private URI address(int wanted) {
        return URI.create(drawn() ? prefix + ".svg" : prefix + "-" + wanted);
    }
}
