package coop.roseash.service.blog.lexical;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The addresses of a picture in the widths it is served in.
final class SrcSet {
    private static final Pattern PATH = Pattern.compile("(.*/content/images)/(.*)");
    private static final Pattern LOCAL = Pattern.compile("^(/.*|__GHOST_URL__)/?content/images/");
    private static final String UNSPLASH = "images.unsplash.com";

    private SrcSet() {}

    static boolean isOwn(String src, RenderOptions options) {
        String site = options.siteUrl().replaceAll("/$", "");
        String path = site.isEmpty() ? src : src.replaceFirst(Pattern.quote(site), "");
        return LOCAL.matcher(path).find();
    }

    /// Empty where the picture has no other widths.
    static String of(String src, double width, RenderOptions options) {
        if (options.imageWidths().isEmpty() || width == 0) {
            return "";
        }
        List<Double> widths = widths(width, options);
        if (isOwn(src, options)) {
            return own(src, width, widths);
        }
        return src.contains(UNSPLASH) ? unsplash(src, widths) : "";
    }

    private static String own(String src, double width, List<Double> widths) {
        Matcher path = PATH.matcher(src);
        if (!path.matches()) {
            return "";
        }
        return widths.stream()
            .map(each -> each == width
                    ? src + " " + Fields.print(each) + "w"
                    : path.group(1) + "/size/w" + Fields.print(each) + "/" + path.group(2) + " "
                            + Fields.print(each) + "w")
            .collect(Collectors.joining(", "));
    }

    private static String unsplash(String src, List<Double> widths) {
        return widths.stream()
            .map(each -> withWidth(src, Fields.print(each)) + " " + Fields.print(each) + "w")
            .collect(Collectors.joining(", "));
    }

    private static String withWidth(String src, String width) {
        String query = URI.create(src).getRawQuery();
        if (query == null) {
            return src + "?w=" + width;
        }
        return query.matches("(?:.*&)?w=.*")
                ? src.replaceFirst("([?&])w=[^&]*", "$1w=" + width)
                : src + "&w=" + width;
    }

    private static List<Double> widths(double width, RenderOptions options) {
        List<Integer> sorted = options.imageWidths().stream().sorted().toList();
        List<Double> widths = new ArrayList<>();
        sorted.stream().filter(each -> each <= width).forEach(each -> widths.add(each.doubleValue()));
        if (!widths.isEmpty() && width > widths.getLast() && width < sorted.getLast()) {
            widths.add(width);
        }
        return widths;
    }
}
