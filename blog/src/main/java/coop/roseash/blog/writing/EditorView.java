package coop.roseash.blog.writing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Draft;
import coop.roseash.contract.blog.PostChange;
import coop.roseash.contract.blog.PostStatus;

/// What the editor's page shows: the post as it is, or what was typed while something is wrong with it.
///
/// @param draft null for a post that was never saved
/// @param conflict another editor's version, where one came in between
public record EditorView(String kind, @Nullable Draft draft, PostChange change, int version,
        Map<String, String> errors, @Nullable Draft conflict, String notice) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    public EditorView {
        errors = Map.copyOf(errors);
    }

    static EditorView of(Draft draft, String notice) {
        return new EditorView(draft.kind().id(), draft, draft.change(), draft.version(), Map.of(), null, notice);
    }

    EditorView with(Map<String, String> wrong) {
        return new EditorView(kind, draft, change, version, wrong, conflict, notice);
    }

    public String action() {
        return draft == null ? "/edit/new?kind=" + kind : "/edit/" + draft.id();
    }

    public String tags() {
        return String.join(", ", change.tags());
    }

    public boolean isPublic() {
        return draft != null && draft.status() == PostStatus.PUBLISHED;
    }

    public boolean isScheduled() {
        return draft != null && draft.status() == PostStatus.SCHEDULED;
    }

    /// A time tomorrow as the browser's date and time field wants it.
    static String tomorrow(Instant now, ZoneId zone) {
        return LOCAL.format(LocalDateTime.ofInstant(now, zone).plusDays(1).truncatedTo(ChronoUnit.HOURS));
    }
}
