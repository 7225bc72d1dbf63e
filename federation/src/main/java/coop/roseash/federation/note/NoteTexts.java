package coop.roseash.federation.note;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Note;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;

/// How templates write times, names and shortened notes.
@TemplateExtension
public class NoteTexts {
    private static final int EXCERPT = 280;

    private NoteTexts() {}

    /// `Sat 5 December, 10:02`, with the year where it is another.
    public static String when(Instant time) {
        ZoneId zone = Arc.container().instance(SiteSettings.class).get().zone();
        var local = time.atZone(zone);
        boolean thisYear = local.getYear() == Instant.now().atZone(zone).getYear();
        return DateTimeFormatter.ofPattern(thisYear ? "EEE d MMMM, HH:mm" : "d MMMM yyyy, HH:mm", Locale.UK)
            .format(local);
    }

    /// What stands where a picture would be.
    public static String initial(Actor actor) {
        return actor.name().isBlank() ? "?" : new String(Character.toChars(actor.name().codePointAt(0)));
    }

    /// Short for ours, whole for the rest.
    public static String shownAddress(Actor actor) {
        boolean isShort = actor.app() == AppName.FEDERATION || actor.local() && actor.memberId() == null;
        return isShort ? "@" + actor.handle() : actor.address();
    }

    public static boolean titled(Note note) {
        return !note.title().isEmpty();
    }

    /// The note's words without its tags; its entities stay, so it is printed as it is.
    public static RawString excerpt(Note note) {
        String text = note.html().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        if (text.length() <= EXCERPT) {
            return new RawString(text);
        }
        String cut = text.substring(0, EXCERPT).replaceAll("&[^;\\s]*$|\\s\\S*$", "");
        return new RawString(cut + "…");
    }

    public static RawString safeHtml(Note note) {
        return new RawString(note.html());
    }

    public static RawString about(Actor actor) {
        return new RawString(actor.summary());
    }
}
