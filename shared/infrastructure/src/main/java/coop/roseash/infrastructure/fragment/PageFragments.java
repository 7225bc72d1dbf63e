package coop.roseash.infrastructure.fragment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
        wanted.addAll(java.util.List.of(requests));
    }

    /// The fragment, or nothing where its lender has none or is down.
    public RawString html(FragmentRequest request) {
        if (!fetched.containsKey(request)) {
            wanted.add(request);
            var missing = new HashSet<>(wanted);
            missing.removeAll(fetched.keySet());
            fetched.putAll(fragments.fetch(missing, viewer));
        }
        return new RawString(fetched.getOrDefault(request, "").replace(Here.PLACEHOLDER, viewer.here()));
    }

    /// A fragment without parameters, the same for everybody, by its type.
    public RawString html(String type) {
        return html(FragmentRequest.of(type));
    }
}
