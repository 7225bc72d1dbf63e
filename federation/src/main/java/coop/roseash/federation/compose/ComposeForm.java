package coop.roseash.federation.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.quarkus.qute.TemplateData;

import coop.roseash.contract.activity.Visibility;

/// A note being written, and what is wrong with it.
///
/// @param errors by field
@TemplateData
public record ComposeForm(String text, String warning, Visibility visibility, Map<String, String> errors) {
    public ComposeForm {
        errors = Map.copyOf(errors);
    }

    ComposeForm with(String error) {
        return new ComposeForm(text, warning, visibility, Map.of("text", error));
    }

    /// One choice of who sees the note.
    @TemplateData
    public record Choice(String name, String words, boolean chosen) {}

    public List<Choice> choices() {
        return Arrays.stream(Visibility.values())
            .map(each -> new Choice(each.name(), words(each), each == visibility))
            .toList();
    }

    private static String words(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> "Everyone";
            case UNLISTED -> "Everyone, but not in public lists";
            case FOLLOWERS -> "Your followers";
            case DIRECT -> "Only those you name";
        };
    }
}
