package coop.roseash.infrastructure.page;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.qute.RawString;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.infrastructure.fragment.FragmentRequest;
import coop.roseash.infrastructure.fragment.PageFragments;

/// What the layout shows around a page: `{cdi:frame.…}`.
@Named("frame")
@RequestScoped
public class Frame {
    private static final FragmentRequest NAV = FragmentRequest.of("nav");
    private static final FragmentRequest FOOTER_NAV = NAV.with("place", "footer");
    private static final FragmentRequest AUTH_MENU = FragmentRequest.of("auth-menu").forMember();
    private static final FragmentRequest CART_MINI = FragmentRequest.of("cart-mini").forVisitor();

    private final SiteSettings site;
    private final Addresses addresses;
    private final Assets assets;
    private final PageFragments fragments;

    /// One of the six rooms of the site.
    ///
    /// @param icon the id of its sign in `icons.svg`
    public record Room(String name, String address, String icon, boolean here) {}

    Frame(SiteSettings site, Addresses addresses, Assets assets, PageFragments fragments) {
        this.site = site;
        this.addresses = addresses;
        this.assets = assets;
        this.fragments = fragments;
        fragments.want(NAV, FOOTER_NAV, AUTH_MENU, CART_MINI);
    }

    public String name() {
        return site.name();
    }

    public String strapline() {
        return site.strapline();
    }

    public String language() {
        return site.locale().toLanguageTag();
    }

    public RawString nav() {
        return fragments.html(NAV);
    }

    public RawString footerNav() {
        return fragments.html(FOOTER_NAV);
    }

    public RawString authMenu() {
        return fragments.html(AUTH_MENU);
    }

    public RawString cartMini() {
        return fragments.html(CART_MINI);
    }

    /// The address of a file under `META-INF/resources` that may be kept for ever: it changes with the content.
    public String asset(String path) {
        return assets.address(path);
    }

    /// The address of the picture for a thing that has none of its own.
    public String pattern(String name) {
        return PatternResource.address(name);
    }

    /// What an avatar without a picture shows.
    public String initial(String name) {
        return name.isBlank() ? "?" : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1));
    }

    /// The address of an app, without a slash at the end.
    public String origin(String app) {
        return addresses.origin(AppName.of(app));
    }

    public Room room() {
        return room(addresses.self());
    }

    public List<Room> rooms() {
        return Arrays.stream(AppName.values()).map(this::room).toList();
    }

    private Room room(AppName app) {
        return new Room(RoomNames.of(app), addresses.origin(app) + "/", app.id(), app == addresses.self());
    }
}
