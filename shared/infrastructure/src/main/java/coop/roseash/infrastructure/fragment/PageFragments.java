package coop.roseash.infrastructure.fragment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.qute.RawString;

/// The fragments of the page that is being made.
///
/// A page says what it wants before it returns its template; the template prints it:
///
///     fragments.want(card);  …  {cdi:pageFragments.html(card)}
///
/// All that is wanted, the frame's own included, is fetched together when the first one is printed.
@Named("pageFragments")
@RequestScoped
public class PageFragments {
    private final Fragments fragments;
    private final Viewer viewer;
    private final Set<FragmentRequest> wanted = new LinkedHashSet<>();
    private final Map<FragmentRequest, String> fetched = new HashMap<>();

    PageFragments(Fragments fragments, Viewer viewer) {
        this.fragments = fragments;
        this.viewer = viewer;
    }

    public void want(FragmentRequest... requests) {
        wanted.addAll(List.of(requests));
    }

    /// The fragment, or nothing where its lender has none or is down.
    public RawString html(FragmentRequest request) {
        if (!fetched.containsKey(request)) {
            wanted.add(request);
            fetch();
        }
        return new RawString(fetched.getOrDefault(request, "").replace(Here.PLACEHOLDER, viewer.here()));
    }

    /// A fragment without parameters, the same for everybody, by its type.
    public RawString html(String type) {
        return html(FragmentRequest.of(type));
    }

    private void fetch() {
        Map<FragmentRequest, Copy> copies = new LinkedHashMap<>();
        wanted.forEach(request -> copies.put(request, new Copy(request, viewer.of(request))));
        wanted.clear();
        copies.keySet().removeAll(fetched.keySet());
        Map<Copy, String> html = fragments.get(copies.values());
        copies.forEach((request, copy) -> fetched.put(request, html.getOrDefault(copy, "")));
    }
}
