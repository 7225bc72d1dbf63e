package coop.roseash.infrastructure.fragment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import coop.roseash.contract.app.AppName;

/// A fragment a page wants: its type, its parameters, and whom it is for.
///
///     FragmentRequest.of("product-card").with("id", 5)
///     FragmentRequest.of("cart-mini").forVisitor()
public record FragmentRequest(String type, SortedMap<String, String> parameters, Audience audience) {
    /// Whose copy it is. The lender learns who looks at the page only where the copy is that person's alone.
    public enum Audience {
        /// The same for all.
        EVERYBODY,
        /// One copy per member; guests share one.
        MEMBER,
        /// One copy per member and per guest.
        VISITOR
    }

    public FragmentRequest {
        Lenders.of(type);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /// @throws IllegalArgumentException when no app lends this type
    public static FragmentRequest of(String type) {
        return new FragmentRequest(type, new TreeMap<>(), Audience.EVERYBODY);
    }

    public FragmentRequest with(String parameter, Object value) {
        var more = new TreeMap<>(parameters);
        more.put(parameter, value.toString());
        return new FragmentRequest(type, more, audience);
    }

    public FragmentRequest forMember() {
        return new FragmentRequest(type, parameters, Audience.MEMBER);
    }

    public FragmentRequest forVisitor() {
        return new FragmentRequest(type, parameters, Audience.VISITOR);
    }

    AppName lender() {
        return Lenders.of(type);
    }

    /// The address at the lender, with sorted parameters: `/internal/fragments/product-card?id=5`.
    String path() {
        String path = "/internal/fragments/" + type;
        return parameters.isEmpty() ? path : path + "?" + query();
    }

    private String query() {
        return parameters.entrySet()
            .stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
