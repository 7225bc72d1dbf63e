package coop.roseash.service.blog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import coop.roseash.contract.blog.Imports;
import coop.roseash.contract.blog.Picture;
import coop.roseash.contract.blog.Pictures;

/// Copies an export's pictures as they are met, each once, and says where they are now.
final class ImportedPictures {
    private static final Pattern OWN = Pattern
        .compile("(?:__GHOST_URL__)?/(content/(?:images|media|files)/[^\\s\"'\\\\<>)?#]+)");
    private static final Pattern SIZED = Pattern.compile("content/images/size/[^/]+/(?:format/[^/]+/)?");

    private final PictureStore pictures;
    private final Imports.Files files;
    private final Map<String, Optional<Picture>> known = new HashMap<>();
    private final Set<String> notes = new HashSet<>();

    ImportedPictures(PictureStore pictures, Imports.Files files) {
        this.pictures = pictures;
        this.files = files;
    }

    /// The address after the import; one that is not the export's own stays.
    String address(String address) {
        Matcher own = OWN.matcher(address);
        return own.matches() ? picture(own.group(1)).map(Picture::address).orElse(address) : address;
    }

    Optional<Picture> picture(String path) {
        return known.computeIfAbsent(SIZED.matcher(path).replaceFirst("content/images/"), this::copy);
    }

    /// The same document with every own address replaced; links between posts lose Ghost's placeholder.
    String rewrite(String lexical) {
        return OWN.matcher(lexical)
            .replaceAll(own -> Matcher.quoteReplacement(picture(own.group(1)).map(Picture::address)
                .orElse(own.group())))
            .replace("__GHOST_URL__/", "/");
    }

    int count() {
        return (int) known.values().stream().filter(Optional::isPresent).count();
    }

    List<String> notes() {
        return new ArrayList<>(notes).stream().sorted().toList();
    }

    private Optional<Picture> copy(String path) {
        Optional<byte[]> bytes = files.read(path);
        if (bytes.isEmpty()) {
            return without("The file " + path + " is not in the export.");
        }
        return switch (pictures.keepFile(path, bytes.get())) {
            case Pictures.KeepOutcome.Kept(Picture picture) -> Optional.of(picture);
            case Pictures.KeepOutcome.Refused(String message) -> without(path + ": " + message);
        };
    }

    private Optional<Picture> without(String note) {
        notes.add(note);
        return Optional.empty();
    }
}
