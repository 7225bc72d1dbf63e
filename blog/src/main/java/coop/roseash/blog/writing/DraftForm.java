package coop.roseash.blog.writing;

import java.util.Arrays;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.PostChange;

/// What the editor's form sends.
public class DraftForm {
    @RestForm
    @Nullable
    String title;
    @RestForm
    @Nullable
    String slug;
    @RestForm
    @Nullable
    String excerpt;
    @RestForm
    @Nullable
    String body;
    @RestForm
    @Nullable
    String tags;
    @RestForm
    @Nullable
    String access;
    @RestForm
    @Nullable
    String picture;
    @RestForm
    @Nullable
    String pictureAlt;
    @RestForm
    @Nullable
    String removePicture;
    @RestForm
    int version;
    @RestForm("upload")
    @Nullable
    FileUpload upload;

    /// @param uploaded the address of the picture that came with the form; null where none came
    PostChange change(@Nullable String uploaded) {
        String kept = removePicture != null || text(picture).isEmpty() ? null : picture;
        return new PostChange(text(title), text(slug).strip(), text(excerpt), text(body), names(text(tags)), accessOf(),
                uploaded != null ? uploaded : kept, text(pictureAlt));
    }

    boolean hasUpload() {
        return upload != null && upload.size() > 0;
    }

    private Access accessOf() {
        return Arrays.stream(Access.values())
            .filter(each -> each.id().equals(access))
            .findFirst()
            .orElse(Access.PUBLIC);
    }

    private static List<String> names(String tags) {
        return Arrays.stream(tags.split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
