package coop.roseash.blog.reading;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.RawString;

import coop.roseash.contract.blog.Content;
import coop.roseash.infrastructure.fragment.FragmentRequest;
import coop.roseash.infrastructure.fragment.PageFragments;

/// A post's content as its template prints it: HTML, and between it the fragments other apps lend.
public record Body(List<Part> parts) {
    /// Either HTML or a fragment.
    public record Part(@Nullable RawString html, @Nullable FragmentRequest fragment) {}

    public Body {
        parts = List.copyOf(parts);
    }

    /// Cuts the content and wants all its fragments for this page.
    static Body of(String html, PageFragments fragments) {
        return new Body(Content.of(html).parts().stream().map(part -> part(part, fragments)).toList());
    }

    private static Part part(Content.Part part, PageFragments fragments) {
        return switch (part) {
            case Content.Part.Html(String html) -> new Part(new RawString(html), null);
            case Content.Part.Fragment(String type, Map<String, String> parameters) ->
                new Part(null, wanted(type, parameters, fragments));
        };
    }

    private static FragmentRequest wanted(String type, Map<String, String> parameters, PageFragments fragments) {
        FragmentRequest request = FragmentRequest.of(type);
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            request = request.with(each.getKey(), each.getValue());
        }
        fragments.want(request);
        return request;
    }
}
